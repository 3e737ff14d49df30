/** The text of a table as spreadsheet programs write it: in UTF-8, in UTF-16, or as Windows writes Western letters. */

/** Decode a file of text; Excel's plain CSV is not in UTF-8, and the names in it have accents. */
export function tableText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
