// A little help on top of pages that work without it.
import "./house.css";
import { keepWhileWriting } from "./behaviour/keep.js";
import { oneSendOnly } from "./behaviour/send.js";
import { steppers } from "./behaviour/stepper.js";

const start = (root = document) => {
  steppers(root);
  for (const each of root.querySelectorAll("[data-needs-script]")) each.hidden = false;
  root.querySelector("[data-focus]")?.focus();
};

keepWhileWriting(document);
oneSendOnly(document);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
window.addEventListener("beforeprint", () => { // for browsers whose folds style sheets do not open
  for (const fold of document.querySelectorAll(".vt-fold")) fold.open = true;
});
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
start();
