/** Choosing many files: by a button, a folder, or dropped, folders with everything in them. */

import { make } from "../../ui/dom";
import { say } from "./words";

const MOST = 1000;

/** Make the place where files are chosen or dropped. */
export function dropPlace(take: (files: readonly File[]) => void): HTMLElement {
  const files = input("cohort-files", false);
  const folder = input("cohort-folder", true);
  for (const one of [files, folder])
    one.addEventListener("change", () => {
      const chosen = [...(one.files ?? [])];
      one.value = "";
      if (chosen.length > 0) take(chosen);
    });
  const place = make(
    "div",
    "imr-cohort-drop",
    labelled(say("choose_files"), files),
    labelled(say("choose_folder"), folder),
    make("p", "imr-facts", say("or_drop", { most: MOST })),
  );
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.dataset["over"] = "";
  });
  place.addEventListener("dragleave", () => delete place.dataset["over"]);
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    delete place.dataset["over"];
    void dropped(event.dataTransfer).then((found) => found.length > 0 && take(found));
  });
  return place;
}

function input(id: string, isFolder: boolean): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type: "file", multiple: true, webkitdirectory: isFolder });
  return made;
}

function labelled(words: string, input: HTMLInputElement): HTMLElement {
  const label = make("label", "", words);
  label.htmlFor = input.id;
  return make("p", "imr-record-field", label, input);
}

/** Return what was dropped, folders with everything in them. */
async function dropped(data: DataTransfer | null): Promise<File[]> {
  if (!data) return [];
  // asked for at once: the browser lets go of them after this task
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return [...data.files];
  const found = await Promise.all(entries.map((entry) => (entry ? inside(entry) : [])));
  return found.flat();
}

async function inside(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [file];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  let entries: FileSystemEntry[];
  do {
    // a browser returns a hundred at a time
    entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    for (const one of entries) found.push(...(await inside(one)));
  } while (entries.length > 0);
  return found;
}

/** Return as many files as a cohort may have, and how many are left out. */
export function limited(files: readonly File[]): { readonly taken: readonly File[]; readonly left: number } {
  return { taken: files.slice(0, MOST), left: Math.max(0, files.length - MOST) };
}
