#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Contract } from './src/contract.mjs'
import { Hardware } from './src/hardware.mjs'
import { Journal } from './src/journal.mjs'
import { Kvitt } from './src/kvitt.mjs'
import { Machine } from './src/machine.mjs'
import { Sealer } from './src/seal.mjs'
import { Status } from './src/status.mjs'
import { Till } from './src/till.mjs'

const SCHEMAS = fileURLToPath(new URL('../../common-events/src/main/resources/kvitt/schemas', import.meta.url))
const USAGE = 'usage: node till.mjs sell [--phone] | vend PRODUCT   (settings: README.md)'

function setting(name, otherwise) {
  const value = process.env[name] ?? otherwise
  if (value === undefined) throw new Error(`${name} is not set (README.md)`)
  return value
}

function login() {
  const username = process.env.KVITT_KAFKA_USER
  if (!username) return undefined
  return { mechanism: setting('KVITT_KAFKA_SASL', 'scram-sha-512'), username, password: setting('KVITT_KAFKA_PASSWORD') }
}

const tillId = setting('KVITT_TILL')
const data = setting('KVITT_DATA', fileURLToPath(new URL('./data', import.meta.url)))
const contract = new Contract(setting('KVITT_SCHEMAS', SCHEMAS))
const parts = {
  msn: setting('KVITT_MSN'),
  tillId,
  journal: new Journal(join(data, `${tillId}.json`)),
  status: new Status(setting('KVITT_PAYMENT'), setting('KVITT_TOKEN')),
  kvitt: new Kvitt({
    brokers: setting('KVITT_KAFKA'),
    tls: process.env.KVITT_KAFKA_TLS === 'true',
    login: login(),
    contract,
    tillId,
  }),
}

/** Whoever scans the screen; or the number on standard input, which is sealed before it goes anywhere. */
async function customer() {
  if (!process.argv.includes('--phone')) return { kind: 'SCREEN' }
  const number = readFileSync(0, 'utf8').trim()
  return { kind: 'PHONE_NUMBER', value: await new Sealer(setting('KVITT_CHECKIN')).seal(number) }
}

async function pointOfSale() {
  switch (process.argv[2]) {
    case 'sell':
      return new Till(parts, await customer())
    case 'vend':
      return new Machine(parts, new Hardware(data, process.env.KVITT_DROPS_BY_HAND === 'true'), process.argv[3])
    default:
      throw new Error(USAGE)
  }
}

try {
  await (await pointOfSale()).run()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
