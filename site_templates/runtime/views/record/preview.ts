/** What a file would add to the record of this browser, in words. */

import { shown } from "../../record/refusals";
import type { Listed } from "./listed";
import type { Added, News } from "./news";
import { noteWords } from "./note_words";
import { day, say, sayCount } from "./words";

const ODD = {
  conflicts: "import_conflicts",
  disagreeing: "import_disagreeing",
  forks: "import_forks",
  gaps: "import_gaps",
  breaks: "import_breaks",
  voided: "import_voids",
} as const;
const NONE: Listed = { first: [], more: 0 };

/** Say what a file would add, one sentence or two to a line. */
export function previewOf(news: News): string[] {
  const { added, isNews } = news;
  const lines = added ? addedIn(news, added) : [say(isNews ? "import_details" : "import_unchanged")];
  return [whose(news), ...lines, ...name(news), ...oddities(news), ...notes(news)];
}

/** Name single entries, as many as one can read. */
function which({ first, more }: Listed): string {
  const named = first.map(({ of, at }) => `${shown(of)} (${day(at)})`);
  return [...named, ...(more > 0 ? [say("import_more", { count: more })] : [])].join("; ");
}

function whose({ whose: { alias, pseudonyms } }: News): string {
  const pseudonym = pseudonyms[0] ?? "";
  return alias === undefined
    ? say("import_whose", { pseudonym })
    : say("import_whose_alias", { alias: shown(alias), pseudonym });
}

function addedIn({ known, isNewer, isOthers, named }: News, { answers, entries, first, last }: Added): string[] {
  return [
    say("import_period", { first: day(first), last: day(last) }),
    sayCount("import_new", entries, { answers: sayCount("answers", answers) }),
    say("import_which", { entries: which(named.added) }),
    ...(known > 0 ? [sayCount("import_known", known)] : []),
    ...(isNewer ? [say("import_newer")] : []),
    ...(isOthers ? [say("import_other_person")] : []),
  ];
}

function name({ renamed }: News): string[] {
  if (renamed === undefined) return [];
  return [renamed === null ? say("import_nameless") : say("import_name", { alias: shown(renamed) })];
}

/** Name what is odd about the record as it would be, and was not before. */
function oddities({ odd, named }: News): string[] {
  const kinds = Object.keys(ODD) as (keyof typeof ODD)[];
  return kinds
    .filter((kind) => odd[kind] > 0)
    .map((kind) => {
      const said = sayCount(ODD[kind], odd[kind]);
      return withNames(said, kind === "conflicts" || kind === "disagreeing" || kind === "voided" ? named[kind] : NONE);
    });
}

/** Name what is odd about the file and may have an honest reason. */
function notes({ notes: found }: News): string[] {
  if (found.length === 0) return [];
  const lines = found.map(({ code, count, named }) => withNames(noteWords(code, count), named));
  return [say("notes"), ...lines];
}

function withNames(said: string, list: Listed): string {
  return list.first.length > 0 ? `${said} ${say("import_which", { entries: which(list) })}` : said;
}
