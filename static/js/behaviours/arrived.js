// Words that wait in this tab (autosave.js): a form that led to a page of ours has arrived, unless that page says no or asks
// to sign in. Nothing waits for anybody but whoever typed it, and nothing at all after signing out.
export function start() {
  const [visit] = performance.getEntriesByType("navigation");
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  const isAnswer = location.pathname !== "/sign-in" && visit?.type === "navigate" && !(visit.responseStatus >= 400);
  if (sent && isAnswer) sessionStorage.removeItem(sent);
  const name = document.querySelector(".me b")?.textContent;
  const whose = sessionStorage.getItem("whose");
  if (name && whose && whose !== name) sessionStorage.clear();
  addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === "/sign-out") sessionStorage.clear();
  });
}
