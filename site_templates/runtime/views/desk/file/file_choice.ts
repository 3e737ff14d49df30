/** A place to choose a file, or to drop it. */

import { make } from "../../../ui/dom";
import { letDrop } from "../../../ui/dropping";

interface About {
  readonly id: string;
  readonly label: string;
  /** Which files a browser offers. */
  readonly accept: string;
}

/** Make the place; a file that is dropped is the same as one that is chosen. */
export function fileChoice({ id, label, accept }: About, take: (file: File) => void): HTMLElement {
  const input = make("input", "");
  Object.assign(input, { id, type: "file", accept });
  const name = make("label", "", label);
  name.htmlFor = id;
  const place = make("p", "imr-record-field imr-desk-drop", name, input);
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    // so that choosing the same file again is a change
    input.value = "";
    if (file) take(file);
  });
  letDrop(place, (data) => {
    const file = data?.files[0];
    if (file) take(file);
  });
  return place;
}
