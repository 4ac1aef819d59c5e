// Saves a form while one writes, a second after the last key; the button stays. The answer (agreement/dossier_kept.html) says
// when it was kept and brings what others wrote. What one typed since it was sent is never touched.

const AFTER_MS = 1000;
const AGAIN_MS = [3000, 10000, 30000];

export function keepWhileWriting(root) {
  for (const form of root.querySelectorAll("form[data-keep]")) keep(form);
}

function keep(form) {
  const texts = () => [...form.querySelectorAll("textarea")];
  const known = new Map(texts().map((one) => [one.name, one.value])); // what the house has of each, or brought
  const said = form.querySelector("[data-keep-said]");
  let [timer, busy, failed, body, waits] = [0, false, 0, null, null];

  const news = () => form.querySelector("[type=radio]:checked") || texts().some((one) => one.value !== known.get(one.name));
  const soon = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };

  // One at a time. What got no answer goes again first and as it was, with its own key: it may have been kept.
  async function save() {
    clearTimeout(timer);
    if (busy || !(body || news())) return;
    busy = true;
    body ??= bodyOf(form);
    try {
      const sent = new URLSearchParams(body);
      const answer = await fetch(form.action, { method: "POST", body: sent, keepalive: document.hidden });
      if (answer.status >= 500) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const words = page.querySelector("body > p[data-keep-said]")?.textContent;
      [body, failed] = [null, 0];
      tell(words ?? form.dataset.keepWrong);
      if (words && answer.ok) {
        take(form, page, sent, known);
        if (news()) soon(AFTER_MS);
      }
    } catch {
      tell(form.dataset.keepAway);
      soon(AGAIN_MS[Math.min(failed++, AGAIN_MS.length - 1)]);
    }
    busy = false;
    if (waits) form.requestSubmit(waits.button);
  }

  function tell(words) {
    if (said.textContent !== words) said.textContent = words; // said aloud only when it is another sentence
  }

  form.addEventListener("input", (event) => {
    const part = event.target.closest("[data-keep-part]");
    if (part && said.parentElement !== part) part.append(said); // below the field one types in, never over it
    soon(AFTER_MS);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!busy) return;
    event.preventDefault(); // what is under way has to be known first, else one would clash with oneself
    waits = { button: event.submitter };
  });
  document.addEventListener("visibilitychange", () => document.hidden && save());
  window.addEventListener("online", save);
}

function bodyOf(form) {
  const body = new URLSearchParams(new FormData(form));
  body.set("by_itself", "1");
  body.set("key", [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join(""));
  return body.toString();
}

// Marks for the next time; and questions that read otherwise now, unless one typed on where somebody else's words came.
function take(form, page, sent, known) {
  for (const name of known.keys()) known.set(name, sent.get(name));
  for (const field of page.querySelectorAll("body > input[type=hidden]")) form.elements[field.name].value = field.value;
  for (const part of page.querySelectorAll("[data-keep-part]")) {
    const old = form.querySelector(`[data-keep-part="${part.dataset.keepPart}"]`);
    const [before, after] = [old, part].map((one) => one.querySelector("textarea"));
    const mineStands = after.value === before.value || after.value.trim() === sent.get(before.name).trim();
    if (!mineStands && before.value !== sent.get(before.name)) {
      for (const choice of old.querySelectorAll("[type=radio]")) choice.checked = false;
      continue;
    }
    if (mineStands) after.value = before.value;
    else known.set(before.name, after.value);
    replace(old, part, before, after);
  }
}

function replace(old, part, before, after) {
  const at = before === document.activeElement ? [before.selectionStart, before.selectionEnd] : null;
  const said = old.querySelector("[data-keep-said]");
  if (said) part.append(said);
  old.replaceWith(part);
  if (!at) return;
  after.focus({ preventScroll: true });
  after.setSelectionRange(...at);
}
