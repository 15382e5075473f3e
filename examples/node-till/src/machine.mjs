import { PointOfSale } from './point-of-sale.mjs'
import { line, nok } from './money.mjs'

/** Prices with 25 % tax, in minor units. */
const PRODUCTS = { fanta: 3000, sandwich: 5000 }

/**
 * A vending machine with a printed code. A customer's scan opens the sale in Kvitt and the dearest product is reserved;
 * the machine confirms what dropped, after it dropped, or cancels.
 */
export class Machine extends PointOfSale {
  #hardware
  #choice

  /** @param choice what the customer will choose, one of the products */
  constructor(parts, hardware, choice) {
    super(parts)
    this.#hardware = hardware
    this.#choice = choice
    if (!PRODUCTS[choice]) throw new Error(`no such product: ${choice}; there are ${Object.keys(PRODUCTS).join(', ')}`)
  }

  async begin() {
    this.tell('display: scan the code')
  }

  opens(type) {
    return type === 'kvitt.payment.requested.v1' || type === 'kvitt.payment.authorized.v1'
  }

  note(type, value) {
    if (type !== 'kvitt.payment.authorized.v1') return
    this.sale.maxAmount = value.maxAmount.value
    this.sale.selectUntil = value.selectUntil
  }

  async heard(type, value) {
    if (type === 'kvitt.payment.requested.v1') this.tell('display: approve on your phone')
    if (type === 'kvitt.payment.authorized.v1') await this.#choose()
    if (type === 'kvitt.payment.refused.v1') this.tell(`service: ${value.refusal.sentence}`)
  }

  async answered({ todo, sentence, selectUntil }) {
    switch (todo) {
      case 'confirm-or-cancel':
        return this.#confirmOrCancel(selectUntil)
      case 'wait':
        return
      case 'hand-over':
        return this.finish('paid')
      case 'nothing':
        return this.finish(`paid, and paid back: ${sentence}`)
      case 'try-again':
      case 'collect-otherwise':
        return this.finish(`not paid: ${sentence}`)
      case 'present-customer':
        return this.#cancel('nobody there')
      default:
        // send-again, send-corrected, call-somebody, or a word of a newer Kvitt: the sale stays open here, and is asked for again.
        return this.tell(`service: ${sentence}`)
    }
  }

  /** The truth about the goods is the hardware's, that about the money is Kvitt's. */
  async #confirmOrCancel(selectUntil) {
    if (this.sale.requests.length > 0) return this.sayAgain()
    if (this.sale.vend) return this.#tellWhatDropped()
    this.sale.selectUntil = selectUntil
    await this.#choose()
  }

  async #choose() {
    if (this.sale.vend) return
    if (PRODUCTS[this.#choice] > (this.sale.maxAmount ?? Infinity) || Date.now() >= Date.parse(this.sale.selectUntil)) {
      return this.#cancel('nothing chosen')
    }
    // Written down before the motor turns, with the counter as it stands: so a power cut from here on loses nothing.
    this.sale.vend = { product: this.#choice, drops: this.#hardware.drops() }
    this.journal.save()
    this.tell(`vending ${this.#choice}`)
    this.#hardware.turnMotor(this.#choice)
    await this.#tellWhatDropped()
  }

  async #tellWhatDropped() {
    const { product, drops } = this.sale.vend
    if (!(await this.#hardware.hasDropped(drops))) return this.#cancel('jam')
    this.tell(`dropped ${product}`)
    const price = PRODUCTS[product]
    await this.say('kvitt.sale.amount-confirmed.v1', {
      ...this.#request('drop'),
      amount: nok(price),
      lines: [line(product, product, price, 2500)],
    })
  }

  async #cancel(reason) {
    await this.say('kvitt.sale.cancelled.v1', { ...this.#request('cancel'), reason })
  }

  #request(requestId) {
    return { msn: this.msn, saleId: this.sale.saleId, tillId: this.tillId, requestId }
  }
}
