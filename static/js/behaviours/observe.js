// The observation form counts levels while somebody ticks, by the same rules as training/practice/observations.py.
// data-words on the form: the five sentences, open first, joined by "|"; data-needed on each competency: how many advanced
// behaviours make level 4. The server counts again.
function level(comp) {
  const boxes = (kind) => [...comp.querySelectorAll(`[data-k=${kind}]`)];
  const none = (box) => !box.checked && box.closest("[data-line]").querySelector("[data-none]")?.checked;
  if (boxes("harm").some((box) => box.checked)) return 1;
  const basic = boxes("base");
  if (!basic.length || basic.some(none)) return 0;
  if (!basic.every((box) => box.checked)) return 2;
  const more = boxes("more");
  const seen = more.filter((box) => box.checked).length;
  return more.length && seen >= Number(comp.dataset.needed) ? 4 : 3;
}

export function start(form) {
  const words = form.dataset.words.split("|");

  function show(comp) {
    const reached = level(comp);
    comp.classList.toggle("harm", reached === 1);
    comp.querySelectorAll(".obs__lv i").forEach((mark, at) => mark.classList.toggle("on", at < reached));
    comp.querySelector(".obs__lv .lv").setAttribute("aria-label", words[reached]);
    comp.querySelector("output").textContent = words[reached];
  }

  function notes(comp) {
    for (const note of comp.querySelectorAll("[data-note]")) {
      const { checked } = note.closest("[data-line]").querySelector("[data-k]");
      note.hidden = !checked;
      note.querySelector("input").required = checked;
    }
  }

  form.addEventListener("change", ({ target }) => {
    const comp = target.closest("[data-comp]");
    if (!comp || target.type !== "checkbox") return;
    const line = target.closest("[data-line]");
    const other = line.querySelector(target.matches("[data-k]") ? "[data-none]" : "[data-k]");
    if (target.checked && other) other.checked = false;
    notes(comp);
    show(comp);
  });

  for (const comp of form.querySelectorAll("[data-comp]")) {
    notes(comp);
    if (comp.querySelector(":checked")) show(comp);
  }
}
