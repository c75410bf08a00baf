// Remembers where a reader is inside a lesson and brings her back there.
// On the article: data-url (POST heading, permille, csrf_token), data-token; data-heading and data-permille (last place).
const PAUSE = 4000;

function headings(article) {
  return [...article.querySelectorAll("h2[id], h3[id]")];
}

function top(element) {
  return element.getBoundingClientRect().top + scrollY;
}

function here(article) {
  const line = scrollY + innerHeight / 3;
  const passed = headings(article).filter((heading) => top(heading) <= line);
  const permille = Math.round(1000 * (line - top(article)) / article.offsetHeight);
  return { heading: passed.at(-1)?.id ?? "", permille: String(Math.min(1000, Math.max(0, permille))) };
}

// The permille alone would drift when the text changes width, so the heading keeps it in its passage.
function goBack(article) {
  const { heading, permille } = article.dataset;
  if (!Number(permille) || location.hash || scrollY > 0) return;
  const all = headings(article);
  const at = all.findIndex((one) => one.id === heading);
  let line = top(article) + Number(permille) / 1000 * article.offsetHeight;
  if (at >= 0) line = Math.max(line, top(all[at]));
  if (at >= 0 && all[at + 1]) line = Math.min(line, top(all[at + 1]));
  scrollTo({ top: line - innerHeight / 3, behavior: "instant" });
}

export function start(article) {
  let last = article.dataset.permille;
  let waiting = 0;

  function report() {
    clearTimeout(waiting);
    waiting = 0;
    const place = here(article);
    if (place.permille === last) return;
    last = place.permille;
    const body = new URLSearchParams({ ...place, csrf_token: article.dataset.token });
    fetch(article.dataset.url, { method: "POST", body, keepalive: true }).catch(() => {});
  }

  document.fonts.ready.then(() => goBack(article));
  addEventListener("scroll", () => { waiting ||= setTimeout(report, PAUSE); }, { passive: true });
  addEventListener("visibilitychange", () => { if (document.hidden && waiting) report(); });
}
