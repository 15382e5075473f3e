// One stream for the page: whatever says data-live="sales" is loaded again, by htmx, when sales have changed.
const wanted = document.querySelectorAll("[data-live]");
if (wanted.length > 0) {
  const news = new EventSource("/console/live");
  const status = document.getElementById("live");
  news.addEventListener("news", () => wanted.forEach((part) => part.dispatchEvent(new Event("news"))));
  news.onopen = () => { if (status) status.textContent = "Live: shows what happens as it happens."; };
  news.onerror = () => { if (status) status.textContent = "Not live at the moment; it is tried again."; };
  addEventListener("pagehide", () => news.close());
}
// A session that is over answers a part of a page with the login; the whole page is loaded in its place.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname === "/console/login") {
    event.detail.shouldSwap = false;
    location.reload();
  }
});
// What a person has opened stays open when a part is loaded again.
let opened = new Map();
const openParts = () => document.querySelectorAll("main details[id]");
document.addEventListener("htmx:beforeSwap", () => { opened = new Map([...openParts()].map((part) => [part.id, part.open])); });
document.addEventListener("htmx:afterSettle", () => {
  for (const part of openParts()) { part.open = opened.get(part.id) ?? part.open; }
});
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
      .then(() => { document.getElementById("copied").textContent = "Copied."; });
  });
}
