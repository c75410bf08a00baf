// Light, dark or as the device says, kept in this browser only. On a hidden block of radios with values light,
// dark and "": without a script there is nothing to choose.
export function start(block) {
  const root = document.documentElement;
  for (const radio of block.querySelectorAll("input")) radio.checked = radio.value === (root.dataset.theme ?? "");
  block.hidden = false;
  block.addEventListener("change", (event) => {
    const { value } = event.target;
    if (value) root.dataset.theme = value;
    else delete root.dataset.theme;
    try {
      if (value) localStorage.setItem("theme", value);
      else localStorage.removeItem("theme");
    } catch {}
  });
}
