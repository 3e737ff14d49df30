/** Files that were made in the browser. */

export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Have the browser save a file. */
export function download({ name, type, text }: MadeFile): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** Have the browser save what is a file already. */
export function downloadBlob(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // the browser reads the file after this task
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
