// Looks whether there is something else to see, and only then loads the page again: nobody is disturbed without news.
const { state, every } = document.documentElement.dataset;
let left = 600 / every;
const timer = setInterval(async () => {
  if (left-- <= 0) return clearInterval(timer);
  try {
    const answer = await fetch(location.href, { redirect: "manual" });
    const now = answer.type === "opaqueredirect" ? "" : (/data-state="([^"]*)"/.exec(await answer.text()) || [])[1];
    if (now !== undefined && now !== state) location.reload();
  } catch { /* no network: the next look may have one */ }
}, every * 1000);
