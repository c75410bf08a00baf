// Light, dark or as the device says, kept in this browser only. On a hidden fieldset of radios with values light,
// dark and "": without a script there is nothing to choose.
export function start(fieldset) {
  const root = document.documentElement;
  for (const radio of fieldset.querySelectorAll("input")) radio.checked = radio.value === (root.dataset.theme ?? "");
  fieldset.hidden = false;
  fieldset.addEventListener("change", (event) => {
    const { value } = event.target;
    if (value) root.dataset.theme = value;
    else delete root.dataset.theme;
    try {
      if (value) localStorage.setItem("theme", value);
      else localStorage.removeItem("theme");
    } catch {}
  });
}
