// Fires every handler that the page holds: each on… attribute by its own name, and what a visitor might do on every
// element that can be used or carries more than its class; on the others each event would only pass through. Nothing
// may lead away, except an address that itself is a script. Meanwhile nothing is drawn: that would take most of the time.
async () => {
  const MIGHT = ["click", "focus", "mouseover", "pointerover", "input", "change", "toggle", "keydown", "submit"];
  const runs = (element) => [element.href?.baseVal ?? element.href, element.action, element.formAction]
    .some((address) => /^\s*javascript:/i.test(String(address ?? "")));
  // What a click or a sending would follow is the innermost link, button or form alone; a link around that goes first.
  const isScript = (event) => {
    const path = [event.submitter, ...event.composedPath()].filter((found) => found instanceof Element);
    const one = path.find((found) => found.matches("a, area, button, input, form"));
    return !!one && (runs(one) || (!!one.form && !one.hasAttribute("formaction") && runs(one.form)))
      && !path.some((found) => found.matches("a, area") && !runs(found));
  };
  for (const kind of ["click", "submit"]) {
    addEventListener(kind, (event) => {
      if (!isScript(event)) event.preventDefault();
    }, true);
  }
  const USED = "a, area, button, input, select, textarea, form, details, summary, label, option, video, audio, dialog";
  const made = (kind) => kind === "click" ? new MouseEvent(kind, { bubbles: true, cancelable: true, composed: true })
    : new Event(kind, { bubbles: kind === "submit", cancelable: true });
  const everything = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => one.shadowRoot ? [one, ...everything(one.shadowRoot)] : [one]);
  const elements = everything(document).filter((one) => !one.closest("[data-exit]"));
  let fired = 0;
  document.documentElement.style.display = "none";
  for (const element of elements) {
    const own = element.getAttributeNames().filter((name) => name.startsWith("on")).map((name) => name.slice(2));
    const might = element.matches(USED) || element.getAttributeNames().some((name) => name !== "class") ? MIGHT : [];
    for (const kind of new Set([...own, ...might])) {
      try { element.dispatchEvent(made(kind)); } catch {}
      fired += 1;
    }
    if (runs(element)) await new Promise((next) => setTimeout(next));
  }
  document.documentElement.style.display = "";
  for (const kind of ["load", "resize", "scroll", "hashchange", "message", "pageshow", "popstate", "storage"]) {
    dispatchEvent(new Event(kind));
  }
  await new Promise((next) => setTimeout(next, 60));
  return fired;
}
