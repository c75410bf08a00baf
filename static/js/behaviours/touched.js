// Of a quiz only what was touched here is saved by itself: another device may have answered the rest since. A question
// that was touched says so (asked), so that its answer can be taken back. What is sent is sent whole.
export function start(form) {
  const touched = new Set();
  let isSending;
  form.addEventListener("input", ({ target }) => {
    const name = target.name.split("--")[0];
    touched.add(name);
    for (const asked of form.querySelectorAll(`[name="asked"][value="${name.slice(2)}"]`)) asked.disabled = false;
  });
  form.addEventListener("submit", () => { isSending = setTimeout(() => { isSending = 0; }); });
  form.addEventListener("formdata", ({ formData }) => {
    if (isSending) return;
    const asked = formData.getAll("asked").filter((slug) => touched.has(`q-${slug}`));
    for (const name of [...formData.keys()]) {
      if (name === "asked" || (name.startsWith("q-") && !touched.has(name.split("--")[0]))) formData.delete(name);
    }
    asked.forEach((slug) => formData.append("asked", slug));
  });
}
