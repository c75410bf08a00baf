// Saves a form while somebody writes or chooses; the plain button still works and nothing ever waits for us.
// On the form: data-url (else its action), data-delay in ms, data-saved ("Tersimpan {time}"), data-waiting (no signal),
// data-apart (kept beside another's text), data-kept (the name it waits under, where its address may change), data-whole
// (all is kept, not text areas and fields marked data-keep alone). data-state marks the status region for the words.
const AGAIN = 15000;
const CLOCK = { hour: "2-digit", minute: "2-digit", hour12: false };

export function start(form) {
  const url = form.dataset.url || form.getAttribute("action");
  const key = `kept ${form.dataset.kept || url}`;
  const state = form.querySelector("[data-state]");
  const delay = Number(form.dataset.delay) || 1500;
  const isWhole = "whole" in form.dataset;
  const boxes = () => [...form.querySelectorAll("textarea, [data-keep]")];
  let timer = 0;

  function say(words) { if (state) state.textContent = words || ""; }
  function forget() { try { sessionStorage.removeItem(key); } catch {} }

  function remember(more = {}) {
    const now = isWhole ? { to: url, entries: [...new FormData(form)] } : boxes().map((box) => box.value);
    const whose = document.querySelector(".me")?.dataset.whose || "";
    try { Object.assign(sessionStorage, { [key]: JSON.stringify(now), whose, ...more }); } catch {}
  }

  function keep() {
    remember();
    say(form.dataset.waiting);
    timer = setTimeout(save, AGAIN);
  }

  // 202: somebody else saved in between; the words are kept beside theirs.
  function saved(answer) {
    forget();
    const time = new Date().toLocaleTimeString(document.documentElement.lang, CLOCK);
    say(answer.status === 202 ? form.dataset.apart : form.dataset.saved?.replace("{time}", time));
  }

  // A redirect to the sign-in page is not a success: the words stay here until she has signed in again.
  async function post(body, to = url) {
    const answer = await fetch(to, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok || answer.url.includes("/sign-in")) throw answer;
    return answer;
  }

  function save() {
    clearTimeout(timer);
    post(new FormData(form)).then(saved).catch(keep);
  }

  // Choices are places in the order of the page they were made on: they go as they were, and where they were going.
  function sendKept({ to, entries }) {
    const body = new FormData();
    const token = form.elements.csrf_token.value;
    entries.forEach(([name, value]) => body.append(name, name === "csrf_token" ? token : value));
    post(body, to).then(() => { forget(); location.reload(); })
      .catch((answer) => (answer.status === 409 ? forget() : say(form.dataset.waiting)));
  }

  function bringBack() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(key)); } catch {}
    if (!kept) return;
    if (isWhole) return sendKept(kept);
    boxes().forEach((box, at) => { if (kept[at]) box.value = kept[at]; });
    save();
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  });
  // What is sent stays until a page says that it arrived (arrived.js): the server may ask to sign in first.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    remember({ sent: key });
  });
  addEventListener("online", () => { if (sessionStorage.getItem(key)) save(); });
  bringBack();
}
