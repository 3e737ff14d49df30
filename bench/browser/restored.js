// Note when the last question of the page shows how it was left.
(() => {
  const look = () => {
    const items = [...document.querySelectorAll("[data-module=item]")];
    if (document.readyState === "loading" || items.length === 0) return;
    if (items.every((item) => item.dataset.state)) {
      window.benchRestored = performance.now();
      watching.disconnect();
    }
  };
  const watching = new MutationObserver(look);
  watching.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
})();
