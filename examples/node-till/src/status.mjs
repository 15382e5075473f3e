/** Asks Kvitt what became of a sale: the one thing that is true after a restart. */
export class Status {
  #url
  #token

  /**
   * @param paymentUrl base address of payment-service
   * @param token bearer token of this sales unit
   */
  constructor(paymentUrl, token) {
    this.#url = paymentUrl
    this.#token = token
  }

  /** The answer, or undefined: only a 200 says something about a sale, everything else is to be asked again. */
  async ask(msn, saleId) {
    try {
      const answer = await fetch(new URL(`/sales/${msn}/${saleId}`, this.#url), {
        headers: { authorization: `Bearer ${this.#token}` },
        signal: AbortSignal.timeout(5000),
      })
      return answer.status === 200 ? await answer.json() : undefined
    } catch {
      return undefined
    }
  }
}
