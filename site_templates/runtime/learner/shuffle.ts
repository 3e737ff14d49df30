/** A seeded shuffle: the same ids and the same seed give the same order on every device. */

/** Order ids by chance of the seed, whatever order they came in. */
export function shuffled(ids: readonly string[], seed: number): string[] {
  const order = [...ids].sort();
  const draw = splitmix32(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** Draw a seed that no one can foresee; `crypto.randomUUID` is missing on plain http, this is not. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}

/** Return an item the seed it has in an attempt, so that one seed lays out a whole set. */
export function seedFor(attempt: number, item: string): number {
  // FNV-1a, 32 bits
  return [...item].reduce(
    (mixed, sign) => Math.imul(mixed ^ sign.codePointAt(0)!, 0x01000193) >>> 0,
    (attempt ^ 0x811c9dc5) >>> 0,
  );
}

/** The generator splitmix32, drawing whole numbers below `ways`. */
function splitmix32(seed: number): (ways: number) => number {
  let state = seed | 0;
  return (ways) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % ways;
  };
}
