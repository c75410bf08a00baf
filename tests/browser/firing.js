// Fires every handler that the page holds: each on… attribute by its own name, and on every element what a visitor
// might do. Nothing may lead away, except an address that itself is a script.
async () => {
  const MIGHT = ["click", "focus", "mouseover", "pointerover", "input", "change", "toggle", "keydown", "submit"];
  const runs = (element) => [element.href?.baseVal ?? element.href, element.action, element.formAction]
    .some((address) => /^\s*javascript:/i.test(String(address ?? "")));
  // What a click or a sending would follow is the innermost link, button or form alone.
  const isScript = (event) => {
    const one = [event.submitter, ...event.composedPath()]
      .find((found) => found instanceof Element && found.matches("a, area, button, input, form"));
    return !!one && (runs(one) || (!!one.form && !one.hasAttribute("formaction") && runs(one.form)));
  };
  for (const kind of ["click", "submit"]) {
    addEventListener(kind, (event) => {
      if (!isScript(event)) event.preventDefault();
    }, true);
  }
  const made = (kind) => kind === "click" ? new MouseEvent(kind, { bubbles: true, cancelable: true, composed: true })
    : new Event(kind, { bubbles: kind === "submit", cancelable: true });
  const everything = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => one.shadowRoot ? [one, ...everything(one.shadowRoot)] : [one]);
  const elements = everything(document).filter((one) => !one.closest("[data-exit]"));
  let fired = 0;
  for (const element of elements) {
    const own = element.getAttributeNames().filter((name) => name.startsWith("on")).map((name) => name.slice(2));
    for (const kind of new Set([...own, ...MIGHT])) {
      try { element.dispatchEvent(made(kind)); } catch {}
      fired += 1;
    }
    if (runs(element)) await new Promise((next) => setTimeout(next));
  }
  for (const kind of ["load", "resize", "scroll", "hashchange", "message", "pageshow", "popstate", "storage"]) {
    dispatchEvent(new Event(kind));
  }
  await new Promise((next) => setTimeout(next, 60));
  return fired;
}
