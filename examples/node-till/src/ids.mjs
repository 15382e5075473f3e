import { createHash } from 'node:crypto'

const NAMESPACE = Buffer.from('0b0b9c1e6f5e5d0e9c645a1f6b7a4b11', 'hex')

/** The id of what a point of sale asks for: the same request has the same id, however often it is sent. */
export function eventId(msn, saleId, type, requestId) {
  const name = ['pos', msn, saleId, type, requestId].map((part) => `${Buffer.byteLength(part)}:${part}`).join('')
  return uuid5(NAMESPACE, name)
}

/** UUID of version 5 (RFC 9562). */
export function uuid5(namespace, name) {
  const bytes = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16)
  bytes[6] = (bytes[6] & 0x0f) | 0x50
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
