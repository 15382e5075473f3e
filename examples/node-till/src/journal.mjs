import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** How many finished sales are remembered: more than any repetition of their events reaches back. */
const FINISHED = 100

/**
 * What a point of sale must not forget when its power goes: the open sale, all that was asked for it, and the ids of the
 * events it has acted on. Written to the disk before anything is sent.
 */
export class Journal {
  #file
  #state

  constructor(file) {
    this.#file = file
    mkdirSync(dirname(file), { recursive: true })
    this.#state = read(file)
  }

  /** The open sale, or null. Change it as you like, and then call save. */
  get sale() {
    return this.#state.sale
  }

  /** A number that no earlier sale of this journal has had. */
  nextNumber() {
    this.#state.number += 1
    this.save()
    return this.#state.number
  }

  open(sale) {
    this.#state.sale = { requests: [], heard: [], ...sale }
    this.save()
  }

  close() {
    this.#state.finished = [this.#state.sale.saleId, ...this.#state.finished].slice(0, FINISHED)
    this.#state.sale = null
    this.save()
  }

  /** An event of such a sale that comes once more opens nothing. */
  isFinished(saleId) {
    return this.#state.finished.includes(saleId)
  }

  /** Whether the event is new; a repetition has the same id. */
  hears(id) {
    if (this.sale.heard.includes(id)) return false
    this.sale.heard.push(id)
    return true
  }

  /** Either the old state or the new one is there after a power cut, never a half of it. */
  save() {
    const next = `${this.#file}.next`
    const fd = openSync(next, 'w', 0o600)
    writeSync(fd, JSON.stringify(this.#state, null, 2))
    fsyncSync(fd)
    closeSync(fd)
    renameSync(next, this.#file)
    const folder = openSync(dirname(this.#file), 'r')
    fsyncSync(folder)
    closeSync(folder)
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return { number: 0, sale: null, finished: [] }
    throw new Error(`${file} cannot be read; an open sale may be in it, so do not delete it before somebody has looked`, {
      cause: error,
    })
  }
}
