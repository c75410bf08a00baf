// Words that wait in this tab (autosave.js): a form has arrived when it led here by way of the redirect that answers it,
// unless this page says no or asks to sign in. A page opened by hand after a send without signal is no answer.
// Nothing waits for anybody but whoever typed it, and nothing at all after signing out.
export function start() {
  const [visit] = performance.getEntriesByType("navigation");
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  const isAnswer = location.pathname !== "/sign-in" && visit?.redirectCount > 0 && !(visit.responseStatus >= 400);
  if (sent && isAnswer) sessionStorage.removeItem(sent);
  const here = document.querySelector(".me")?.dataset.whose;
  const whose = sessionStorage.getItem("whose");
  if (here && whose && whose !== here) sessionStorage.clear();
  addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === "/sign-out") sessionStorage.clear();
  });
}
