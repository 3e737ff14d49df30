// Take the time from a click on a submit button to the first task after the frame that draws the verdict.
window.benchPainted = [];
addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.("button[type=submit]");
    const verdict = button?.form?.parentElement.querySelector("[data-role=verdict]");
    if (!verdict) return;
    const afterFrame = new MessageChannel();
    afterFrame.port1.onmessage = () => window.benchPainted.push(performance.now() - event.timeStamp);
    const shown = new MutationObserver(() => {
      if (verdict.hidden) return;
      shown.disconnect();
      requestAnimationFrame(() => afterFrame.port2.postMessage(null));
    });
    shown.observe(verdict, { attributes: true, attributeFilter: ["hidden"] });
  },
  { capture: true },
);
