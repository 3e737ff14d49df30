// Take the time from a click that checks an answer to the first task after the frame that draws the verdict.
window.benchPainted = [];
addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.("form button[type=submit], .quiz input[type=radio]");
    const page = button?.form.parentElement;
    // ours and the bare form say it here, mkdocs-quiz there
    const verdict = page?.querySelector("[data-role=verdict], .quiz-feedback");
    if (!verdict) return;
    const afterFrame = new MessageChannel();
    afterFrame.port1.onmessage = () => window.benchPainted.push(performance.now() - event.timeStamp);
    const shown = new MutationObserver(() => {
      if (verdict.hidden || verdict.classList.contains("hidden")) return;
      shown.disconnect();
      requestAnimationFrame(() => afterFrame.port2.postMessage(null));
    });
    shown.observe(verdict, { attributes: true, attributeFilter: ["hidden", "class"] });
  },
  { capture: true },
);
