import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose'
import { createServer } from 'node:http'
import { Contract } from '../src/contract.mjs'
import { eventId } from '../src/ids.mjs'
import { Journal } from '../src/journal.mjs'
import { line } from '../src/money.mjs'
import { keyToSealOn, Sealer } from '../src/seal.mjs'

const contract = new Contract(
  fileURLToPath(new URL('../../../common-events/src/main/resources/kvitt/schemas', import.meta.url)),
)
const cancelled = { msn: '123456', saleId: 'sale-0001', tillId: 'till-3', requestId: 'cancel' }

function file() {
  return join(mkdtempSync(join(tmpdir(), 'node-till-')), 'till.json')
}

test('the id of a request is the one that the contract shows', () => {
  const id = eventId('123456', 'sale-0001', 'kvitt.sale.amount-confirmed.v1', 'vend-1')
  assert.equal(id, '994126dd-7cfe-5db7-b5f7-47b99e0b4488')
})

test('what does not fit its schema is not sent', () => {
  contract.require('kvitt.sale.cancelled.v1', cancelled)
  assert.throws(() => contract.require('kvitt.sale.cancelled.v1', { ...cancelled, saleId: 'a b' }), /saleId/)
  assert.throws(() => contract.require('kvitt.sale.cancelled.v1', { ...cancelled, reason: '+47 12345678' }), /reason/)
  assert.throws(() => contract.require('kvitt.sale.unheard-of.v1', cancelled), /not sent/)
})

test('no schema has a place for a number in clear', () => {
  const clear = { ...cancelled, requestId: 'again', validUntil: '2026-11-22T10:00:00Z' }
  const problem = contract.problem('kvitt.sale.attempt-requested.v1', {
    ...clear,
    customer: { kind: 'PHONE_NUMBER', value: '4712345678' },
  })
  assert.match(problem, /customer/)
})

test('the amounts of a line add up to the minor unit', () => {
  const fanta = line('fanta', 'Fanta', 3000, 2500)
  assert.equal(fanta.tax.value, 600)
  assert.equal(fanta.totalExcludingTax.value + fanta.tax.value, fanta.total.value)
})

test('a journal is read as it was written, and an event is heard once', () => {
  const name = file()
  const journal = new Journal(name)
  journal.open({ saleId: 'sale-0001' })
  assert.equal(journal.hears('id-1'), true)
  journal.save()

  const again = new Journal(name)
  assert.equal(again.sale.saleId, 'sale-0001')
  assert.equal(again.hears('id-1'), false)
  again.close()
  assert.equal(new Journal(name).sale, null)
  assert.equal(new Journal(name).isFinished('sale-0001'), true)
})

test('a journal that cannot be read is not taken for an empty one', () => {
  const name = file()
  writeFileSync(name, '{"sale": {')
  assert.throws(() => new Journal(name), /do not delete/)
})

test('a value is sealed to the youngest key whose day has begun', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const today = new Date().toISOString().slice(0, 10)
  const key = { ...(await exportJWK(publicKey)), kid: today, use: 'enc' }
  const keys = [{ ...key, kid: '2020-01-01' }, key, { ...key, kid: '9999-01-01' }, { kty: 'RSA', kid: today }]
  assert.equal(keyToSealOn(today, keys), key)
  assert.throws(() => keyToSealOn('2019-12-31', keys), /no sealing key/)

  const server = createServer((request, response) => response.end(JSON.stringify({ keys }))).listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const sealed = await new Sealer(`http://127.0.0.1:${server.address().port}`).seal('4712345678')
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, privateKey)
    assert.equal(new TextDecoder().decode(plaintext), '4712345678')
    assert.equal(protectedHeader.kid, today)
    const problem = contract.problem('kvitt.sale.customer-presented.v1', {
      ...cancelled,
      customer: { kind: 'PHONE_NUMBER', value: sealed },
      validUntil: '2026-11-22T10:00:00Z',
    })
    assert.equal(problem, '')
  } finally {
    server.close()
  }
})
