/** A desk as the file that a supervisor takes along; the desk remembers when. */

import { writeDesk } from "../../desk/desk_file";
import { seal } from "../../desk/sealing";
import type { Desk } from "../../storage/desk";
import { dateOf } from "../../ui/days";
import { download } from "../../ui/downloading";

/** Hand over everything on a desk, locked where there is a passphrase. */
export async function exportDesk(desk: Desk, course: string, passphrase = ""): Promise<void> {
  const now = Date.now();
  const { contents } = desk;
  const plain = writeDesk(contents, course, now);
  const text = passphrase ? await seal(plain, passphrase, course) : plain;
  download({ name: `imr-desk-${dateOf(now)}${passphrase ? "-locked" : ""}.json`, type: "application/json", text });
  // the file is there, also where the desk cannot remember it
  await desk.noteExport(contents, now).catch(() => undefined);
}
