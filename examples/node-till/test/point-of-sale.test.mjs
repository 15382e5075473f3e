import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Hardware } from '../src/hardware.mjs'
import { Journal } from '../src/journal.mjs'
import { Machine } from '../src/machine.mjs'
import { Till } from '../src/till.mjs'

const SALE = { msn: '123456', saleId: 'scan-0123456789abcdef', tillId: 'machine-1' }
const nok = (value) => ({ value, currency: 'NOK' })
const authorized = event('kvitt.payment.authorized.v1', {
  maxAmount: nok(5000),
  selectUntil: new Date(Date.now() + 60_000).toISOString(),
  done: false,
})
const settled = event('kvitt.payment.settled.v1', { amount: nok(3000), done: true })

function event(type, said, sale = SALE) {
  return { id: `${type} ${sale.saleId}`, type, value: { ...said, sale } }
}

/** Kvitt as a machine sees it: takes what is sent, and says what the test says. */
class FakeKvitt {
  sent = []

  async listen(hear) {
    this.hear = hear
    this.listening?.()
  }

  async send(type, value) {
    this.sent.push({ type, value, onDisk: new Journal(this.file).sale.requests })
  }

  async close() {}
}

function machine(folder, kvitt, answer) {
  kvitt.file = join(folder, 'machine-1.json')
  const journal = new Journal(kvitt.file)
  const parts = { msn: SALE.msn, tillId: SALE.tillId, kvitt, journal, status: { ask: async () => answer } }
  const made = new Machine(parts, new Hardware(folder, false), 'fanta')
  made.tell = () => {}
  return made
}

function till(folder, kvitt, answer) {
  kvitt.file = join(folder, 'machine-1.json')
  const journal = new Journal(kvitt.file)
  const parts = { msn: SALE.msn, tillId: 'till-1', kvitt, journal, status: { ask: async () => answer } }
  const made = new Till(parts, { kind: 'SCREEN' })
  made.tell = () => {}
  return made
}

async function running(folder, kvitt, answer) {
  const listening = new Promise((resolve) => (kvitt.listening = resolve))
  const over = machine(folder, kvitt, answer).run()
  await listening
  return { over }
}

function folder() {
  return mkdtempSync(join(tmpdir(), 'node-till-'))
}

test('an event that comes twice dispenses once, and the request was written down before it was sent', async () => {
  const disk = folder()
  const kvitt = new FakeKvitt()
  const { over } = await running(disk, kvitt)

  await kvitt.hear(authorized)
  await kvitt.hear(authorized)
  await kvitt.hear(settled)

  assert.equal(await over, 'paid 3000 NOK')
  assert.equal(new Hardware(disk, false).drops(), 1)
  assert.deepEqual(kvitt.sent.map(({ type }) => type), ['kvitt.sale.amount-confirmed.v1'])
  assert.deepEqual(kvitt.sent[0].onDisk, [{ type: kvitt.sent[0].type, value: kvitt.sent[0].value }])
})

test('events of a finished sale that come once more after a restart open nothing', async () => {
  const disk = folder()
  const first = new FakeKvitt()
  const { over } = await running(disk, first)
  await first.hear(authorized)
  await first.hear(settled)
  await over

  const again = new FakeKvitt()
  const second = await running(disk, again)
  await again.hear(authorized)

  assert.equal(new Hardware(disk, false).drops(), 1)
  assert.deepEqual(again.sent, [])

  const next = { ...SALE, saleId: 'scan-fedcba9876543210' }
  await again.hear(event(authorized.type, authorized.value, next))
  await again.hear(event(settled.type, settled.value, next))
  await second.over
})

test('a confirmation that was written down and may not have been sent is sent as it was', async () => {
  const disk = folder()
  const request = { type: 'kvitt.sale.amount-confirmed.v1', value: { ...SALE, requestId: 'drop', amount: nok(3000) } }
  new Journal(join(disk, 'machine-1.json')).open({ saleId: SALE.saleId, requests: [request], vend: { drops: 0 } })

  const kvitt = new FakeKvitt()
  const { over } = await running(disk, kvitt, { status: 'in-progress', todo: 'confirm-or-cancel' })

  assert.deepEqual(kvitt.sent.map(({ type, value }) => ({ type, value })), [request])
  await kvitt.hear(settled)
  await over
})

test('what was paid and partly paid back by somebody else is never told as not paid', async () => {
  const answer = { status: 'done', outcome: 'paid', todo: 'nothing', sentence: 'Nothing is left to do.' }
  for (const make of [machine, till]) {
    const disk = folder()
    const kvitt = new FakeKvitt()
    new Journal(join(disk, 'machine-1.json')).open({ saleId: SALE.saleId, requests: [] })
    assert.match(await make(disk, kvitt, answer).run(), /^paid, and paid back/)
  }
})

test('a word of a newer Kvitt ends no sale', async () => {
  for (const make of [machine, till]) {
    const disk = folder()
    new Journal(join(disk, 'machine-1.json')).open({ saleId: SALE.saleId, requests: [] })
    const made = make(disk, new FakeKvitt(), undefined)
    await made.answered({ todo: 'unheard-of', sentence: 'Look.' })
    assert.equal(made.sale.saleId, SALE.saleId)
  }
})

test('nothing is dispensed when the time to choose is over', async () => {
  const disk = folder()
  const kvitt = new FakeKvitt()
  const { over } = await running(disk, kvitt)
  const late = event(authorized.type, { ...authorized.value, selectUntil: new Date(Date.now() - 1).toISOString() })

  await kvitt.hear(late)
  await kvitt.hear(event('kvitt.payment.ended.v1', { how: 'CANCELLED', done: true }))

  assert.equal(await over, 'not paid (CANCELLED)')
  assert.equal(new Hardware(disk, false).drops(), 0)
  assert.deepEqual(kvitt.sent.map(({ type }) => type), ['kvitt.sale.cancelled.v1'])
})
