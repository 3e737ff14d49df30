/** Moving what a database keeps into the storage of a visit, because others use the computer too. */

import { deleteDB, openDB } from "idb";

const ABOUT = "about";

/**
 * Move a database of lists, and of single things by their names, into the storage of this visit, and delete it.
 *
 * Nothing happens where there is none.
 */
export async function moveToVisit(name: string, visit: Storage | undefined): Promise<void> {
  // opening makes what is not there, and that is undone
  const opening = openDB(name, undefined, { upgrade: (_database, _from, _to, transaction) => transaction.abort() });
  const database = await opening.catch(() => null);
  if (!database) return;
  const contents: Record<string, unknown> = {};
  for (const list of database.objectStoreNames) if (list !== ABOUT) contents[list] = await database.getAll(list);
  for (const name of await database.getAllKeys(ABOUT)) contents[`${name}`] = await database.get(ABOUT, name);
  database.close();
  // thrown where there is no room: then nothing is deleted
  if (!visit) throw new Error("the browser keeps nothing for a visit");
  visit.setItem(name, JSON.stringify(contents));
  await deleteDB(name);
}
