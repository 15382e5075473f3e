// Looks for news as long as somebody looks at the page: parts marked data-live are replaced when they have changed.
const EVERY_MILLIS = 1000;

function replace(part, fresh) {
  const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
  part.replaceChildren(...fresh.childNodes);
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    return;
  }
  const news = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = news.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML) {
      replace(part, fresh);
    }
  }
}

async function keepLooking() {
  if (!document.hidden) {
    await look().catch(() => { /* The sandbox is away for a moment. */ });
  }
  setTimeout(keepLooking, EVERY_MILLIS);
}

if (document.querySelector('[data-live]')) {
  setTimeout(keepLooking, EVERY_MILLIS);
}
