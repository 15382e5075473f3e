import { appendFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a product may take to drop, and how often the counter is looked at, in milliseconds. */
const DROP = 3000
const LOOK = 50

/**
 * A vending machine's hardware, played by files: a motor, and a counter of drops that keeps its value without power. That
 * counter is how a machine knows after a power cut whether the product dropped.
 */
export class Hardware {
  #motor
  #drops
  #byHand

  /** @param byHand somebody else plays the drop: appends a byte to the file `drops` */
  constructor(folder, byHand) {
    mkdirSync(folder, { recursive: true })
    this.#motor = join(folder, 'motor')
    this.#drops = join(folder, 'drops')
    this.#byHand = byHand
  }

  /** How many products have dropped in this machine's life. */
  drops() {
    return statSync(this.#drops, { throwIfNoEntry: false })?.size ?? 0
  }

  turnMotor(product) {
    appendFileSync(this.#motor, `${product}\n`)
    if (!this.#byHand) appendFileSync(this.#drops, '.')
  }

  /** Whether anything has dropped since the counter stood there. */
  async hasDropped(since) {
    for (const end = Date.now() + DROP; Date.now() < end; await pause(LOOK)) {
      if (this.drops() > since) return true
    }
    return this.drops() > since
  }
}
