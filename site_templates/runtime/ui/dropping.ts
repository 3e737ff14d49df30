/** Letting things be dropped on a part of the page, which shows that it would take them. */

/** Take what is dropped on a place. */
export function letDrop(place: HTMLElement, take: (dropped: DataTransfer | null) => void): void {
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.dataset["over"] = "";
  });
  place.addEventListener("dragleave", () => delete place.dataset["over"]);
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    delete place.dataset["over"];
    take(event.dataTransfer);
  });
}
