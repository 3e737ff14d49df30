/** The items of a scale by what people call them: an id, a number, a name, or number and name. */

/** What can be rated: an item by its id, number and name, or a competency that an item hides. */
export interface Subject {
  readonly id: string;
  readonly names: readonly string[];
}

export type Find = (words: string) => Subject | undefined;

export function finder(subjects: readonly Subject[]): Find {
  const byName = new Map(subjects.flatMap((subject) => namesOf(subject).map((name) => [name, subject] as const)));
  return (words) => byName.get(plain(words));
}

/** Say whether an item is called by its number alone, which may as well be a score or the code of a person. */
export function isNumber(words: string): boolean {
  return /^\d+$/.test(plain(words));
}

function namesOf({ id, names }: Subject): string[] {
  const number = names.find((name) => /^\d+$/.test(name));
  const combined = number ? names.filter((name) => name !== number).map((name) => `${number} ${name}`) : [];
  return [id, ...names, ...combined].map(plain);
}

/** Leave out what people write differently: capitals, signs, accents and spaces. */
function plain(words: string): string {
  return words
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
