/** Choosing many files: by a button, a folder, or dropped, folders with everything in them. */

import { make } from "../../ui/dom";
import { letDrop } from "../../ui/dropping";
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
  letDrop(place, (data) => void dropped(data).then((found) => found.length > 0 && take(found)));
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

/** Return the files in a file or folder; one that the browser cannot open is returned as it is, so that it is named. */
async function inside(entry: FileSystemEntry): Promise<File[]> {
  try {
    return entry.isFile
      ? [await fileOf(entry as FileSystemFileEntry)]
      : await inFolder(entry as FileSystemDirectoryEntry);
  } catch {
    return [unopened(entry.name)];
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function inFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const found: File[] = [];
  let entries: FileSystemEntry[];
  do {
    // a browser returns a hundred at a time
    entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    for (const one of entries) found.push(...(await inside(one)));
  } while (entries.length > 0);
  return found;
}

function unopened(name: string): File {
  const file = new File([], name);
  file.arrayBuffer = () => Promise.reject(new Error(`${name} cannot be opened`));
  return file;
}

/** Return as many files as a cohort may have, and how many are left out. */
export function limited(files: readonly File[]): { readonly taken: readonly File[]; readonly left: number } {
  return { taken: files.slice(0, MOST), left: Math.max(0, files.length - MOST) };
}
