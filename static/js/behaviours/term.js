// A glossary term opens its meaning over the text; without popovers the link leads to the meaning as before.
// On the link: data-means with the text, or an href to an element of this page that holds it.
export function start(link) {
  if (!("popover" in HTMLElement.prototype)) return;
  const own = link.hash && document.getElementById(link.hash.slice(1));
  const words = link.dataset.means || own?.textContent.trim();
  if (!words) return;
  const box = document.createElement("div");
  box.popover = "auto";
  box.className = "term-means";
  box.setAttribute("role", "note");
  box.textContent = words;
  link.after(box);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    box.showPopover();
    const at = link.getBoundingClientRect();
    const left = Math.max(16, Math.min(at.left, innerWidth - box.offsetWidth - 16));
    const under = at.bottom + 8 + box.offsetHeight < innerHeight;
    box.style.margin = "0";
    box.style.inset = `${under ? at.bottom + 8 : Math.max(8, at.top - box.offsetHeight - 8)}px auto auto ${left}px`;
  });
}
