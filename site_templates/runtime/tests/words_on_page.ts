/** Gives the page the words of a catalogue, as the site does. */

const ENTRY = /^msgid "run\.(\w+)\.(.+)"\n(?:msgstr "(.+)"|msgid_plural .+\nmsgstr\[0\] "(.+)"\nmsgstr\[1\] "(.+)")$/gm;

type Words = NonNullable<Imr["words"]>;

/** Let a page in English hold the words of these catalogues. */
export function giveCatalogues(...catalogues: readonly string[]): void {
  const parts: Record<string, Record<string, Words[string][string]>> = {};
  for (const [, part = "", word = "", text, one = "", other = ""] of catalogues.join("\n").matchAll(ENTRY)) {
    parts[part] = { ...parts[part], [word]: text ?? { one, other } };
  }
  giveWords(parts);
}

/** Let a page hold these words and no others. */
export function giveWords(words: Words, lang = "en"): void {
  Object.assign(globalThis, { window: { imr: { words } }, document: { documentElement: { lang } } });
}
