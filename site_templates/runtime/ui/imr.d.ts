/** What the scripts of a page share: to `window.imr` each adds its parts, whichever comes first. */

interface Window {
  /** Every script begins with making it, if none has before (see `tools/bundle.py`). */
  imr: Imr;
}

/** Each module that brings a part says which one it is. */
interface Imr {
  /** Open the search; its script brings this when it is fetched. `base` is the path to the root of the site. */
  openSearch?: (base: string) => void;
  /** Read the first sheet of a spreadsheet as rows of texts; its script brings this when it is fetched. */
  readSpreadsheet?: (file: Blob) => Promise<string[][]>;
  /** Draw a text as a QR code; its script brings this when it is fetched. */
  qrOf?: (text: string, words: string) => SVGSVGElement;
}
