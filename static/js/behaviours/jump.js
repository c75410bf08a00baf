// In the editor: "Baris 12" in the list of problems selects that line of the text. On the text area; links to it carry
// data-line, and lead from another file with ?line=12.
export function start(text) {
  // A twin of the text area, as wide, tells how high the text above the line stands: long lines wrap.
  function heightOf(words) {
    const twin = text.cloneNode();
    for (const name of ["id", "name", "data-behaviour", "aria-describedby"]) twin.removeAttribute(name);
    twin.rows = 1;
    twin.value = words;
    Object.assign(twin.style, { position: "absolute", visibility: "hidden", minHeight: "0", height: "0" });
    twin.style.width = `${text.offsetWidth}px`;
    text.after(twin);
    const height = twin.scrollHeight;
    twin.remove();
    return height;
  }

  function jump(number) {
    const lines = text.value.split("\n");
    const at = Math.min(number, lines.length) - 1;
    const above = lines.slice(0, at).join("\n");
    const begin = at ? above.length + 1 : 0;
    text.focus({ preventScroll: true });
    text.setSelectionRange(begin, begin + lines[at].length);
    text.scrollTop = at ? heightOf(above) - text.clientHeight / 3 : 0;
    text.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    jump(Number(link.dataset.line));
  });

  const asked = Number(new URLSearchParams(location.search).get("line"));
  if (asked > 0) jump(asked);
}
