import { Kafka, logLevel, Partitioners } from 'kafkajs'
import { eventId } from './ids.mjs'

const REQUESTS = 'pos.sales'
const EVENTS = 'payment.events'

/** The two topics: asks for things on one and hears what became of them on the other. */
export class Kvitt {
  #kafka
  #contract
  #tillId
  #producer
  #consumer
  #group

  /**
   * @param brokers host:port, several with commas
   * @param tls whether the brokers want TLS
   * @param login {mechanism, username, password}, or undefined where the brokers ask for no name
   */
  constructor({ brokers, tls, login, contract, tillId }) {
    this.#kafka = new Kafka({
      clientId: tillId,
      brokers: brokers.split(','),
      ssl: tls,
      sasl: login,
      logLevel: logLevel.ERROR,
    })
    this.#contract = contract
    this.#tillId = tillId
    // A principal may read in groups that begin with its own name and a dot, and in no others.
    this.#group = `${login?.username ?? 'point-of-sale'}.${tillId}`
  }

  /** Returns when all copies of Kafka have it. Sending the same again is the same request. */
  async send(type, value) {
    this.#contract.require(type, value)
    const key = `${value.msn}/${value.saleId}`
    const headers = {
      ce_specversion: '1.0',
      ce_id: eventId(value.msn, value.saleId, type, value.requestId),
      ce_source: `node-till/${this.#tillId}`,
      ce_type: type,
      ce_time: new Date().toISOString(),
      ce_subject: key,
      ce_msn: value.msn,
      ce_tillid: value.tillId,
      'content-type': 'application/json',
    }
    await (await this.#connected()).send({
      topic: REQUESTS,
      acks: -1,
      messages: [{ key, value: JSON.stringify(value), headers }],
    })
  }

  async #connected() {
    // Java's own partitioner: all that concerns a sale stays on one partition, in order.
    this.#producer ??= this.#kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner })
    await this.#producer.connect()
    return this.#producer
  }

  /**
   * Hears of this till's sales until it is closed. Each event may come again, also after it was acted on.
   *
   * @param hear called with {id, type, value}, one after the other; the next comes when it has returned
   */
  async listen(hear) {
    await this.#beginNow()
    // A till that was killed is missed after 6 s (Kafka's minimum); until then its group waits for it.
    this.#consumer = this.#kafka.consumer({ groupId: this.#group, sessionTimeout: 6000, heartbeatInterval: 1000 })
    await this.#consumer.connect()
    await this.#consumer.subscribe({ topics: [EVENTS] })
    await this.#consumer.run({
      eachMessage: async ({ message }) => {
        const event = this.#read(message)
        if (event) await hear(event)
      },
    })
  }

  /** What was said before the till's first start is nothing to it; from then on it misses nothing. */
  async #beginNow() {
    const admin = this.#kafka.admin()
    await admin.connect()
    try {
      const [known] = await admin.fetchOffsets({ groupId: this.#group, topics: [EVENTS] })
      if (known.partitions.some((partition) => partition.offset !== '-1')) return
      const ends = await admin.fetchTopicOffsets(EVENTS)
      await admin.setOffsets({
        groupId: this.#group,
        topic: EVENTS,
        partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
      })
    } finally {
      await admin.disconnect()
    }
  }

  #read(message) {
    const type = message.headers.ce_type?.toString()
    const id = message.headers.ce_id?.toString()
    if (!type || !id || message.headers.ce_tillid?.toString() !== this.#tillId) return undefined
    const value = parsed(message.value)
    const problem = this.#contract.problem(type, value)
    if (problem === undefined) return undefined
    if (problem !== '') {
      // Whoever is unsure asks; here the till does so by itself soon.
      console.error(`an event of type ${type} does not fit the contract and is not acted on: ${problem}`)
      return undefined
    }
    return { id, type, value }
  }

  async close() {
    await this.#consumer?.disconnect()
    await this.#producer?.disconnect()
  }
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
