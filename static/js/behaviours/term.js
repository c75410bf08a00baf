// A glossary term opens its meaning over the text; without popovers the link leads to the list of terms as before.
// On anything that holds a.term links, to a dt followed by its dd or with data-means.
function meaning(link) {
  if (link.dataset.means) return link.dataset.means;
  const name = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return name && `${name.textContent}: ${name.nextElementSibling.textContent}`;
}

function boxFor(link) {
  const box = document.createElement("div");
  box.popover = "auto";
  box.className = "term-means";
  box.textContent = meaning(link);
  link.after(box);
  return box;
}

function place(box, link) {
  const at = link.getBoundingClientRect();
  const left = Math.max(16, Math.min(at.left, innerWidth - box.offsetWidth - 16));
  const under = at.bottom + 8 + box.offsetHeight < innerHeight;
  box.style.margin = "0";
  box.style.inset = `${under ? at.bottom + 8 : Math.max(8, at.top - box.offsetHeight - 8)}px auto auto ${left}px`;
}

export function start(text) {
  if (!("popover" in HTMLElement.prototype)) return;
  const boxes = new Map();
  text.addEventListener("click", (event) => {
    const link = event.target.closest("a.term");
    if (!link || !meaning(link)) return;
    event.preventDefault();
    if (!boxes.has(link)) boxes.set(link, boxFor(link));
    boxes.get(link).showPopover();
    place(boxes.get(link), link);
  });
}
