// The one script of every page: the way out first, then whatever this page asks for by data-behaviour.
const behaviours = {
  autosave: () => import("./behaviours/autosave.js"),
  jump: () => import("./behaviours/jump.js"),
  observe: () => import("./behaviours/observe.js"),
  place: () => import("./behaviours/place.js"),
  "inbox-keys": () => import("./behaviours/inbox-keys.js"),
  "self-check": () => import("./behaviours/self-check.js"),
  term: () => import("./behaviours/term.js"),
  theme: () => import("./behaviours/theme.js"),
  touched: () => import("./behaviours/touched.js"),
};

const exit = document.querySelector("[data-exit]");

// Blank before anything else: on a slow network the next page takes seconds.
function leave() {
  document.documentElement.hidden = true;
  document.title = "…";
  document.body.replaceChildren();
  try {
    sessionStorage.clear();
    sessionStorage.setItem("left", "1");
  } catch {}
  location.replace(exit.href);
}

// Earlier pages of this visit stay in the browser's history; coming back to one of them leads out again.
function cameBack() {
  try {
    if (!sessionStorage.getItem("left")) return false;
    const [visit] = performance.getEntriesByType("navigation");
    if (visit && visit.type === "back_forward") return true;
    sessionStorage.removeItem("left");
  } catch {}
  return false;
}

function watchForExit() {
  let presses = [];
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
    else if (!event.repeat) presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 1500);
    if (presses.length === 3) leave();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && sessionStorage.getItem("left")) leave();
  });
}

try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}

// Words may wait in this tab until the server has them: what became of them is settled before a form brings them back.
const hasWords = () => { try { return sessionStorage.length > 0; } catch { return false; } };

// A form that came back: whoever hears the page begins where it says what to complete.
function startAtAlert() {
  const alert = document.querySelector("main [role=alert]");
  if (!alert) return;
  alert.tabIndex = -1;
  alert.focus({ preventScroll: true });
  alert.scrollIntoView({ block: "center" });
}

if (exit) watchForExit();
if (exit && cameBack()) leave();
if (hasWords()) await import("./behaviours/arrived.js").then(({ start }) => start()).catch(() => {});
startAtAlert();
for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(" ")) {
    behaviours[name]?.().then(({ start }) => start(element)).catch(() => {});
  }
}
