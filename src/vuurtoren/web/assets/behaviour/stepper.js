// A minus and a plus beside a number, big enough for a thumb in a glove.

export function steppers(root) {
  for (const input of root.querySelectorAll("input[data-stepper]")) {
    if (input.parentElement.classList.contains("vt-stepper")) continue;
    const box = document.createElement("div");
    box.className = "vt-stepper";
    input.replaceWith(box);
    box.append(knob(input, "−", -1), input, knob(input, "+", 1));
  }
}

function knob(input, sign, way) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "vt-stepper__knob";
  button.textContent = sign;
  button.setAttribute("aria-label", way > 0 ? input.dataset.more : input.dataset.less);
  button.addEventListener("click", () => step(input, way));
  return button;
}

// Larger numbers move in fives: nobody counts minutes one by one; people are counted so.
function step(input, way) {
  const now = Number(input.value) || 0;
  const size = input.max > 200 && now + way * 5 >= 5 ? 5 : 1;
  const next = Math.max(Number(input.min || 0), Math.min(Number(input.max || Infinity), now + way * size));
  input.value = String(next);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
