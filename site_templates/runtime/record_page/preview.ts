/** What a file would add to the record of this browser, in words. */

import { add } from "../record/adding";
import { canonical } from "../record/canonical";
import { changed, recordIn } from "../record/contents";
import type { Contents } from "../record/contents";
import { logOf } from "../record/log";
import type { Log } from "../record/log";
import { mergeOwn } from "../record/merge";
import { compareVersions, VERSION } from "../record/record";
import type { Kept, Record } from "../record/record";
import { shown } from "../record/refusals";
import { day, say, sayCount } from "../record/words";

/** `isNews`: adding the file changes something. `isOthers`: it has a pseudonym that is not this record's. */
export interface Preview {
  readonly lines: readonly string[];
  readonly isNews: boolean;
  readonly isOthers: boolean;
}

/** Say what a file would add, without adding it. */
export function previewOf(contents: Contents, theirs: Record): Preview {
  const change = add(contents, theirs, true);
  const added = change.add ?? [];
  const own = contents.head?.learner.pseudonyms;
  const isOthers = own !== undefined && !theirs.learner.pseudonyms.some((name) => own.includes(name));
  const after = changed(contents, change);
  const isNews = added.length > 0 || besides(contents) !== besides(after);
  const lines = added.length > 0 ? news(contents, theirs, added, isOthers) : [say(isNews ? "import_details" : "import_unchanged")];
  return { lines: [whose(theirs), ...lines, ...renamed(contents, after), ...oddities(logIn(contents), logIn(after))], isNews, isOthers };
}

/** Give what a record says beside its entries, without what every export writes anew. */
function besides(contents: Contents): string {
  const record = recordIn(contents);
  if (!record) return "";
  const { schemaVersion, identity, learner, devices, extensions, extras } = mergeOwn([record]);
  const known = { schemaVersion, id: identity.id, createdAt: identity.createdAt, learner: { ...learner }, extensions };
  return canonical({ ...known, devices: devices.map((device) => ({ ...device })), extras: Object.fromEntries(extras) });
}

function whose({ learner: { alias, pseudonyms } }: Record): string {
  const pseudonym = pseudonyms[0] ?? "";
  return alias === undefined ? say("import_whose", { pseudonym }) : say("import_whose_alias", { alias: shown(alias), pseudonym });
}

function renamed(before: Contents, after: Contents): string[] {
  const alias = after.head?.learner.alias;
  if (!before.head || before.head.learner.alias === alias) return [];
  return [alias === undefined ? say("import_nameless") : say("import_name", { alias: shown(alias) })];
}

function news({ events }: Contents, theirs: Record, added: readonly Kept[], isOthers: boolean): string[] {
  const answers = added.filter(({ raw }) => raw.type === "item.response").length;
  const known = theirs.events.length - added.length;
  const isNewer = compareVersions(theirs.schemaVersion, VERSION) > 0;
  return [
    say("import_period", period(added)),
    say("import_new", { answers: sayCount("answers", answers), entries: added.length }),
    ...(known > 0 && events.length > 0 ? [say("import_known", { entries: known })] : []),
    ...(isNewer ? [say("import_newer")] : []),
    ...(isOthers ? [say("import_other_person")] : []),
  ];
}

function period(events: readonly Kept[]): { first: string; last: string } {
  const moments = events.map(({ raw }) => raw.at);
  const [first, last] = moments.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Infinity, 0]);
  return { first: day(first), last: day(last) };
}

/** Name what is odd about the record as it would be, and was not before. */
function oddities(before: Log, after: Log): string[] {
  const counts = [
    ["import_conflicts", after.conflicts.length - before.conflicts.length],
    ["import_forks", after.forks.length - before.forks.length],
    ["import_gaps", after.gaps.length - before.gaps.length],
    ["import_voids", after.voided.length - before.voided.length],
  ] as const;
  return counts.filter(([, count]) => count > 0).map(([word, count]) => say(word, { count }));
}

function logIn({ events, head }: Contents): Log {
  return logOf({ events, devices: head?.devices ?? [] });
}
