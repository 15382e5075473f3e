import { PointOfSale } from './point-of-sale.mjs'
import { line, nok } from './money.mjs'

/** How long anybody wants the customer to be asked, in milliseconds. */
const VALID = 120_000

/** What is in the basket: prices with tax, tax rates in hundredths of a percent. */
const BASKET = [line('coffee-03', 'Kaffe 0,3 l', 4900, 1500), line('bun-cinnamon', 'Kanelbolle', 3000, 1500)]

/** A till with a screen for the customer. The amount is final: what is approved is paid at once. */
export class Till extends PointOfSale {
  #customer

  /** @param customer who pays: {kind: 'SCREEN'} for whoever scans the screen, or somebody whose number is sealed */
  constructor(parts, customer) {
    super(parts)
    this.#customer = customer
  }

  async begin() {
    // Till, time and a counter: a name that no other sale of the sales unit will ever have.
    const time = new Date().toISOString().replace(/[-:T]|\..*/g, '')
    const saleId = `${this.tillId.replace(/[^A-Za-z0-9]/g, '-').slice(0, 30)}-${time}-${this.journal.nextNumber()}`
    this.journal.open({ saleId })
    await this.say('kvitt.sale.opened.v1', {
      ...this.#request('open'),
      amount: nok(BASKET.reduce((sum, { total }) => sum + total.value, 0)),
      upperBound: false,
      description: 'Kiosk purchase',
      validUntil: validUntil(),
      screen: true,
      customer: this.#customer,
      lines: BASKET,
      bottomLine: { receiptNumber: saleId },
    })
  }

  note(type, value) {
    if (type === 'kvitt.payment.requested.v1') this.sale.code = value.redirectUrl
  }

  async heard(type, value) {
    if (type === 'kvitt.payment.requested.v1') this.#showCode()
    if (type === 'kvitt.payment.waiting.v1') this.tell(`cashier: ${value.why.sentence}`)
    if (type === 'kvitt.payment.refused.v1') {
      this.tell(`cashier: ${value.refusal.sentence}`)
      if (value.requestId === 'open') this.finish(`refused: ${value.refusal.code}`)
    }
  }

  async answered({ todo, sentence }) {
    switch (todo) {
      case 'send-again':
        return this.sayAgain()
      case 'wait':
        return this.#showCode()
      case 'present-customer':
        return this.#anotherAttempt()
      case 'hand-over':
        return this.finish('paid')
      case 'nothing':
        // Paid, and at least some of it was paid back by somebody else: never a reason to sell it again.
        return this.finish(`paid, and paid back: ${sentence}`)
      case 'try-again':
      case 'collect-otherwise':
      case 'send-corrected':
        return this.finish(`not paid: ${sentence}`)
      default:
        // call-somebody, or a word of a newer Kvitt: the sale stays open here, and is asked for again.
        return this.tell(`cashier: ${sentence}`)
    }
  }

  async #anotherAttempt() {
    const number = this.sale.requests.length
    await this.say('kvitt.sale.attempt-requested.v1', {
      ...this.#request(`attempt-${number}`),
      customer: this.#customer,
      validUntil: validUntil(),
    })
  }

  #showCode() {
    if (this.sale.code) this.tell(`screen: ${this.sale.code}`)
  }

  #request(requestId) {
    return { msn: this.msn, saleId: this.sale.saleId, tillId: this.tillId, requestId }
  }
}

function validUntil() {
  return new Date(Date.now() + VALID).toISOString()
}
