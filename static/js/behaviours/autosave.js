// Saves a form while somebody writes or chooses; the plain button still works and nothing ever waits for us.
// On the form: data-url (else its action), data-delay in ms, data-saved ("Tersimpan {time}"), data-waiting (no signal),
// data-apart (kept beside another's text). Besides the text areas, fields marked data-keep are brought back.
// The words appear in the element marked data-state, which should be a status region.
const AGAIN = 15000;
const CLOCK = { hour: "2-digit", minute: "2-digit", hour12: false };

export function start(form) {
  const url = form.dataset.url || form.getAttribute("action");
  const key = `kept ${url}`;
  const state = form.querySelector("[data-state]");
  const delay = Number(form.dataset.delay) || 1500;
  const boxes = () => [...form.querySelectorAll("textarea, [data-keep]")];
  let timer = 0;

  function say(words) {
    if (state) state.textContent = words || "";
  }

  function keep() {
    try {
      sessionStorage.setItem(key, JSON.stringify(boxes().map((box) => box.value)));
    } catch {}
    say(form.dataset.waiting);
    timer = setTimeout(save, AGAIN);
  }

  // 202: somebody else saved in between; the words are kept beside theirs.
  function saved(answer) {
    try { sessionStorage.removeItem(key); } catch {}
    const time = new Date().toLocaleTimeString(document.documentElement.lang, CLOCK);
    say(answer.status === 202 ? form.dataset.apart : form.dataset.saved?.replace("{time}", time));
  }

  // A redirect to the sign-in page is not a success: the words stay here until she has signed in again.
  function save() {
    clearTimeout(timer);
    const options = { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } };
    fetch(url, options)
      .then((answer) => (answer.ok && !answer.url.includes("/sign-in") ? saved(answer) : keep()))
      .catch(keep);
  }

  function bringBack() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(key)); } catch {}
    if (!kept) return;
    boxes().forEach((box, at) => { if (kept[at]) box.value = kept[at]; });
    save();
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    try { sessionStorage.removeItem(key); } catch {}
  });
  addEventListener("online", () => { if (sessionStorage.getItem(key)) save(); });
  bringBack();
}
