// Shows what the shop's server says, and tells it what was pressed. Nothing about money is decided here.
const pos = document.body.dataset.pos;
const api = `/api/${pos}`;
const basket = new Map();
const byId = (id) => document.getElementById(id);
const language = document.documentElement.lang;
const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false });
const kroner = (value) => `${decimals.format(value / 100)} kr`;
// What is said stands here and in the server's answers in English.
const texts = await (await fetch('/api/language')).json();
const say = (english, value) => (texts[english] ?? english ?? '').replace('%1', value);
let view = null;

function text(id, words) {
  const element = byId(id);
  element.textContent = words ?? '';
  element.hidden = !words;
}

function cells(...all) {
  const row = document.createElement('tr');
  all.forEach((content, place) => {
    const cell = document.createElement(place === 0 ? 'th' : 'td');
    if (place === 0) cell.scope = 'row';
    cell.append(content);
    row.append(cell);
  });
  return row;
}

// --- what there is to see -------------------------------------------------------------------------

function show(now) {
  const before = view;
  view = now;
  text('away', away(now));
  text('wrong', say(now.problem));
  document.querySelectorAll('.closing').forEach((part) => { part.disabled = !now.open || !now.reachable; });
  document.querySelectorAll('[data-can]').forEach((part) => {
    part.hidden = !part.dataset.can.split(' ').some((what) => now.can.includes(what));
  });
  document.querySelectorAll('[data-choose]').forEach((button) => { button.disabled = !now.can.includes('choose'); });
  showSale(now, before);
  showEvents(now.events);
}

function away(now) {
  if (!now.reachable) return say('Kvitt cannot be reached. What was asked for is written down and is sent when it is back. Take no other payment for an open sale.');
  return now.open ? '' : say('Closed for mobile payments: %1', now.closedBecause);
}

function showSale(now, before) {
  const sale = now.sale;
  byId('sale').hidden = !sale;
  if (!sale) return;
  byId('look').className = `look ${sale.look}`;
  text('title', say(sale.title));
  // Of a machine less may be paid than was reserved.
  text('amount', kroner(sale.sums?.refunded?.value || sale.sums?.captured?.value || sale.amount.value));
  text('say', sale.say && `“${say(sale.say)}”`);
  text('sentence', sale.sentence);
  text('refused', sale.refused);
  text('sale-id', sale.saleId);
  const image = byId('code').firstElementChild;
  byId('code').hidden = !now.code || sale.look !== 'wait';
  if (now.code && image.getAttribute('src') !== now.code) image.src = now.code;
  byId('lines').hidden = !sale.lines.length;
  byId('lines').tBodies[0].replaceChildren(...sale.lines.map((line) => cells(
    line.unitInfo.quantity === '1' ? line.name : `${line.unitInfo.quantity} × ${line.name}`,
    `${line.taxRate / 100} %: ${kroner(line.tax.value)}`, kroner(line.total.value))));
  byId('sums').replaceChildren(...sums(sale.sums));
  if (byId('chosen')) text('chosen', sale.lines[0]?.name);
  const refund = byId('refund-amount');
  if (refund && before?.sale?.left !== sale.left) refund.value = decimals.format(sale.left / 100);
}

function sums(found) {
  const names = { authorized: 'Reserved', captured: 'Paid', cancelled: 'Given back unused', refunded: 'Paid back' };
  return Object.entries(names).filter(([key]) => found?.[key]?.value).map(([key, name]) => {
    const pair = document.createElement('div');
    const term = document.createElement('dt');
    const value = document.createElement('dd');
    term.textContent = say(name);
    value.textContent = kroner(found[key].value);
    pair.append(term, value);
    return pair;
  });
}

function showEvents(events) {
  byId('no-events').hidden = events.length > 0;
  byId('events').hidden = events.length === 0;
  byId('events').replaceChildren(...events.map((event, place) => {
    const item = document.createElement('li');
    const words = document.createElement('p');
    const facts = document.createElement('p');
    words.textContent = [say(event.words), event.why].filter(Boolean).join(': ');
    facts.className = 'quiet';
    facts.textContent = [event.amount && kroner(event.amount.value),
      event.millis === undefined ? say('earlier sale') : `${event.millis} ms`, event.type].filter(Boolean).join(' · ');
    if (place > 0 && events[place - 1].saleId !== event.saleId) item.className = 'another-sale';
    item.append(words, facts);
    return item;
  }));
}

function tick() {
  const until = view?.sale?.selectUntil;
  if (byId('seconds') && until) byId('seconds').textContent = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
}

// --- what is pressed ------------------------------------------------------------------------------

async function post(path, body = {}) {
  const answer = await fetch(`${api}/${path}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  if (answer.ok) {
    text('wrong', '');
    return true;
  }
  const said = await answer.json().catch(() => ({}));
  text('wrong', said.title ? say(said.title) : say('The shop answered %1.', answer.status));
  return false;
}

function on(id, event, does) {
  byId(id)?.addEventListener(event, (happened) => {
    happened.preventDefault();
    does(happened.currentTarget, happened);
  });
}

const minor = (typed) => Math.round(Number(typed.replace(/\s|kr/g, '').replace(',', '.')) * 100);

function chosenWay(form) {
  const way = new FormData(form).get('way') || null;
  const value = { PHONE: form.elements.number.value, PERSONAL: form.elements.code.value }[way] ?? null;
  return { way, value };
}

function showBasket() {
  const products = [...document.querySelectorAll('[data-product]')];
  const taken = products.filter((product) => basket.get(product.dataset.product));
  const total = taken.reduce((sum, product) => sum + product.dataset.price * basket.get(product.dataset.product), 0);
  byId('basket').tBodies[0].replaceChildren(...taken.map((product) => {
    const less = document.createElement('button');
    less.type = 'button';
    less.textContent = '−';
    less.setAttribute('aria-label', say('One %1 less', product.dataset.name));
    less.addEventListener('click', () => { add(product.dataset.product, -1); });
    const many = basket.get(product.dataset.product);
    return cells(`${many} × ${product.dataset.name}`, kroner(many * product.dataset.price), less);
  }));
  byId('total').textContent = kroner(total);
  document.querySelector('#charge .sum').textContent = kroner(total);
}

function add(product, many) {
  basket.set(product, (basket.get(product) ?? 0) + many);
  showBasket();
}

document.querySelectorAll('[data-product]').forEach((button) => {
  button.addEventListener('click', () => add(button.dataset.product, 1));
});
document.querySelectorAll('[data-choose]').forEach((button) => {
  button.addEventListener('click', () => post('choose', { product: button.dataset.choose }));
});
document.querySelectorAll('[data-post]').forEach((button) => {
  button.addEventListener('click', () => post(button.dataset.post));
});
document.querySelectorAll('.ways').forEach((ways) => {
  ways.addEventListener('change', (event) => {
    ways.closest('form').querySelectorAll('.value').forEach((part) => { part.hidden = part.dataset.for !== event.target.value; });
  });
});
document.querySelectorAll('[data-language]').forEach((button) => {
  button.addEventListener('click', async () => {
    await fetch('/api/language', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ language: button.dataset.language }),
    });
    location.reload();
  });
});
on('sell', 'submit', async (form) => {
  if (await post('sale', { basket: Object.fromEntries(basket), ...chosenWay(form) })) {
    basket.clear();
    form.elements.code.value = '';
    showBasket();
  }
});
on('again', 'submit', async (form) => {
  if (await post('attempt', chosenWay(form))) form.querySelector('details').open = false;
});
on('refund', 'submit', (form) => post('refund', { value: minor(form.elements.amount.value) }));
on('ride', 'submit', (form) => post('sale', { value: minor(form.elements.fare.value) }));

// --- for ever -------------------------------------------------------------------------------------

const pause = (millis) => new Promise((resolve) => { setTimeout(resolve, millis); });
let leaving = false;
addEventListener('pagehide', () => { leaving = true; });
setInterval(tick, 250);

for (let seen = -1; !leaving;) {
  try {
    const answer = await fetch(`${api}?seen=${seen}`);
    const now = await answer.json();
    seen = now.version;
    show(now);
    tick();
  } catch (problem) {
    if (!leaving) text('away', say('The shop’s own server does not answer.'));
    await pause(1000);
  }
}
