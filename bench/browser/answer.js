// Choose in every form what comes first, as a learner's clicks would; the least helpful reply is the second.
() => {
  for (const form of document.forms) {
    const choices = [...form.querySelectorAll("input[type=radio], input[type=checkbox]")];
    for (const name of new Set(choices.map((input) => input.name)))
      if (name !== "certainty") choices.filter((input) => input.name === name)[name === "worst" ? 1 : 0].click();
    form.querySelector("[data-move=down]")?.click();
    for (const select of form.querySelectorAll("select")) {
      if (select.options.length < 2) continue;
      select.selectedIndex = 1;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
};
