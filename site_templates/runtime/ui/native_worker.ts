/** The browser's own workers, kept before anything puts others in their place. */

declare global {
  interface Window {
    /** Missing where the browser has none. */
    imrWorker?: typeof Worker;
  }
}

window.imrWorker = window.Worker;
