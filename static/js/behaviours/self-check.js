// A question inside a lesson: the answer comes back into its place instead of reloading the page.
// On the element around the form, which needs an id: the server's page holds an element with the same id.
function fetched(address) {
  return new Promise((found, failed) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => (request.status < 400 && request.response ? found(request.response) : failed());
    request.onerror = failed;
    request.open("GET", address);
    request.send();
  });
}

export function start(check) {
  const voice = document.createElement("p");
  voice.className = "vh";
  voice.setAttribute("role", "status");
  check.after(voice);

  check.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "get") return;
    event.preventDefault();
    const given = new FormData(form, event.submitter);
    const address = new URL(form.action);
    address.search = new URLSearchParams(given);
    address.hash = "";
    fetched(address)
      .then((page) => {
        check.replaceChildren(...document.adoptNode(page.getElementById(check.id)).childNodes);
        check.querySelector("[data-verdict]")?.focus();
        voice.textContent = check.querySelector("[data-verdict], .opt__fb")?.textContent.trim() ?? "";
      })
      .catch(() => form.submit());
  });
}
