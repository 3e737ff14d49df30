/** Keeps the browser's own workers. */

window.imr.worker = window.Worker;
