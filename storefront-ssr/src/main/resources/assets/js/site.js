// Enhancements only: every page works without this file.
import { suggest } from "./suggest.js";
import { stepper } from "./stepper.js";
import { buyInPlace } from "./buy.js";
import { dropEmptyFields, keepOpen } from "./forms.js";
import { closeMenusOutside } from "./menu.js";

function enhance(root) {
  root.querySelectorAll("form[data-suggest]").forEach(suggest);
  root.querySelectorAll("[data-stepper]").forEach(stepper);
  root.querySelectorAll("form[data-buy]").forEach(buyInPlace);
  root.querySelector("[data-focus]")?.focus();
}

enhance(document);
closeMenusOutside(document);
dropEmptyFields(document);
keepOpen(document);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) enhance(event.detail.elt);
});
