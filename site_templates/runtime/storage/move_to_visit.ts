/** Moving what a database keeps into the storage of a visit, because others use the computer too. */

import { deleteDB, openDB } from "idb";

const ABOUT = "about";
const SUPERVISOR = "supervisor";

/** Move a database of lists into the storage of this visit, and delete it; nothing happens where there is none. */
export async function moveToVisit(name: string, visit: Storage | undefined): Promise<void> {
  // opening makes what is not there, and that is undone
  const opening = openDB(name, undefined, { upgrade: (_database, _from, _to, transaction) => transaction.abort() });
  const database = await opening.catch(() => null);
  if (!database) return;
  const contents: Record<string, unknown> = {};
  for (const list of database.objectStoreNames) if (list !== ABOUT) contents[list] = await database.getAll(list);
  const supervisor: unknown = await database.get(ABOUT, SUPERVISOR);
  database.close();
  // thrown where there is no room: then nothing is deleted
  if (!visit) throw new Error("the browser keeps nothing for a visit");
  visit.setItem(name, JSON.stringify({ ...contents, supervisor: supervisor ?? {} }));
  await deleteDB(name);
}
