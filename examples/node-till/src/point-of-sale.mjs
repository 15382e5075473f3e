/** How long nothing may be heard of an open sale before the point of sale asks, in milliseconds. */
const PATIENCE = 4000

/**
 * What every point of sale does: it writes down what it wants, then sends it; acts on each event once; and where it does
 * not know, it asks. What to do about a sale is for the till and the machine to say.
 */
export class PointOfSale {
  #kvitt
  #status
  #journal
  #turn = Promise.resolve()
  #timer
  #over

  constructor({ kvitt, status, journal, msn, tillId }) {
    this.#kvitt = kvitt
    this.#status = status
    this.#journal = journal
    this.msn = msn
    this.tillId = tillId
  }

  get journal() {
    return this.#journal
  }

  get sale() {
    return this.#journal.sale
  }

  /** Sells one sale: the one that is open since before, or a new one. Returns what became of it. */
  async run() {
    const over = new Promise((resolve) => (this.#over = resolve))
    if (this.sale) {
      this.tell(`open since before: ${this.sale.saleId}`)
      await this.inTurn(() => this.#ask())
    }
    // Without the topics there is still the asking; so a broker that is away keeps nobody waiting for the truth.
    if (!this.isOver) await this.#kvitt.listen((event) => this.inTurn(() => this.#hear(event)))
    if (!this.sale && !this.isOver) await this.inTurn(() => this.begin())
    this.#askAfterSilence()
    const how = await over
    clearTimeout(this.#timer)
    await this.#kvitt.close()
    return how
  }

  /** Events, answers and what the hardware tells are dealt with one after the other. */
  inTurn(work) {
    const done = this.#turn.then(work)
    this.#turn = done.catch((error) => this.#fail(error))
    return done
  }

  /** Written down first: whatever happens now, the same request can be sent again and is the same. */
  async say(type, value) {
    this.sale.requests.push({ type, value })
    this.#journal.save()
    await this.#send({ type, value })
  }

  /** Sends what was written down once more. Always safe. */
  async sayAgain(wanted = () => true) {
    for (const request of this.sale.requests.filter(wanted)) await this.#send(request)
  }

  async #send({ type, value }) {
    await this.#kvitt.send(type, value)
    this.tell(`sent ${type} ${value.saleId}`)
  }

  async #hear({ id, type, value }) {
    const { saleId } = value.sale
    if (!this.sale && !this.isOver && !this.#journal.isFinished(saleId) && this.opens(type)) {
      this.#journal.open({ saleId })
    }
    if (this.sale?.saleId !== saleId || !this.#journal.hears(id)) return
    this.note(type, value)
    this.#journal.save()
    this.tell(`heard ${type} ${saleId}`)
    this.#askAfterSilence()
    await this.heard(type, value)
    if (value.done && this.sale) this.finish(lastWord(type, value))
  }

  async #ask() {
    if (!this.sale) return
    const answer = await this.#status.ask(this.msn, this.sale.saleId)
    if (!answer) return this.tell('asked: no answer; take no other payment')
    this.tell(`asked: ${answer.status}, ${answer.todo}. ${answer.sentence}`)
    await this.answered(answer)
  }

  #askAfterSilence() {
    clearTimeout(this.#timer)
    if (this.isOver) return
    this.#timer = setTimeout(async () => {
      await this.inTurn(() => this.#ask())
      this.#askAfterSilence()
    }, PATIENCE)
  }

  /** The sale is over for this point of sale; only now it is forgotten. */
  finish(how) {
    const { saleId } = this.sale
    this.#journal.close()
    this.tell(`over: ${saleId} ${how}`)
    this.isOver = true
    this.#over(how)
  }

  #fail(error) {
    console.error(error)
    // The sale is in the journal: the next start asks.
    process.exit(1)
  }

  tell(line) {
    console.log(line)
  }

  // --- for the till and the machine to say -----------------------------------------------------

  /** Nothing is open: begin. */
  async begin() {}

  /** Whether an event opens a sale here that somebody else has begun. */
  opens() {
    return false
  }

  /** Keeps what is needed of an event after a restart. */
  note() {}

  /** Acts on an event, which it has not seen before. */
  async heard() {}

  /** Does what Kvitt's answer says. */
  async answered() {}
}

/** The last word about a sale, for a person. */
function lastWord(type, value) {
  switch (type) {
    case 'kvitt.payment.settled.v1':
      return `paid ${value.amount.value} ${value.amount.currency}`
    case 'kvitt.payment.ended.v1':
      return `not paid (${value.how})`
    case 'kvitt.payment.released.v1':
      return `not paid, given back (${value.reason})`
    case 'kvitt.payment.uncollectable.v1':
      return `handed over and not paid: ${value.refusal.sentence}`
    case 'kvitt.payment.failed.v1':
      return `not paid: ${value.refusal.sentence}`
    default:
      return type
  }
}
