/** Narrows the list of a page. */

import { folded } from "./elements.js";

const form = document.querySelector("[data-filter]");

form?.addEventListener("input", () => {
  const words = folded(form.querySelector("input").value).split(/\s+/);
  const choices = [...form.querySelectorAll("select")].filter(({ value }) => value);
  let shown = 0;
  for (const group of document.querySelectorAll("[data-group]")) {
    let left = 0;
    for (const item of group.querySelectorAll("[data-year]")) {
      const text = folded(group.firstElementChild.textContent + item.textContent);
      const fits = choices.every(({ name, value }) => item.dataset[name] === value);
      item.hidden = !fits || words.some((word) => !text.includes(word));
      left += !item.hidden;
    }
    group.hidden = !left;
    shown += left;
  }
  form.querySelector("output").value = `${shown} shown`;
});
