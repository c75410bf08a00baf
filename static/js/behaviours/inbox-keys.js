// In a review: the right arrow opens the next request, the left one the one before. Arrows and no letters, because letters
// come from dictation too; never while somebody is in a field or in something that scrolls sideways.
export function start(page) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable], [tabindex="0"]')) return;
    const way = { ArrowRight: "next", ArrowLeft: "prev" }[event.key];
    if (way) page.querySelector(`a[rel=${way}]`)?.click();
  });
}
