/** What the scripts of a page share: to `window.imr` each adds its parts, whichever comes first. */

interface Window {
  /** Every script begins with making it, if none has before (see `tools/bundle.py`). */
  imr: Imr;
}

/** Beside each module that brings a part stands which one it is. */
interface Imr {
  /** The browser's own workers, kept before anything puts others in their place; missing where there are none. */
  worker?: typeof Worker;
}
