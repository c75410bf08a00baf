// In a review: n opens the next request, p the one before. Never while somebody is typing.
export function start(page) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")) return;
    const way = { n: "next", p: "prev" }[event.key];
    if (way) page.querySelector(`a[rel=${way}]`)?.click();
  });
}
