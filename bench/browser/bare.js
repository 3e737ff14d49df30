for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const item = form.parentElement;
    const verdict = item.querySelector("[data-role=verdict]");
    const chosen = new FormData(form).getAll("choice");
    const told = [...item.querySelectorAll("[data-about]")].filter((one) => chosen.includes(one.dataset.about));
    verdict.replaceChildren("Checked. ", ...told.map((one) => one.cloneNode(true)));
    verdict.hidden = false;
  });
}
