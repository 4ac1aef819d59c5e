// A form is sent once. The server knows this too (its key works once); this only spares somebody the doubt.

export function oneSendOnly(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-once]") || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const button = event.submitter ?? form.querySelector("[type=submit]");
    button?.setAttribute("aria-disabled", "true");
    const words = button?.querySelector("span");
    if (words && button.dataset.busy) {
      words.dataset.before = words.textContent;
      words.textContent = button.dataset.busy;
    }
  });
  // Back from the next page, or an answer into the same page: the form may be sent again.
  const again = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) {
      button.removeAttribute("aria-disabled");
      const words = button.querySelector("[data-before]");
      if (words) words.textContent = words.dataset.before;
    }
  };
  window.addEventListener("pageshow", () => root.querySelectorAll("form[data-sent]").forEach(again));
  root.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.("form[data-sent]");
    if (form) again(form);
  });
}
