import { CompactEncrypt, importJWK } from 'jose'

/** Seals personal values to the installation's key of the day, so that nothing personal is ever on a topic in clear. */
export class Sealer {
  #keysUrl

  /** @param checkinUrl base address of checkin-service */
  constructor(checkinUrl) {
    this.#keysUrl = new URL('/keys', checkinUrl)
  }

  /** @returns a JWE in compact form */
  async seal(value) {
    const answer = await fetch(this.#keysUrl, { signal: AbortSignal.timeout(5000) })
    if (!answer.ok) throw new Error(`the sealing keys cannot be had (${answer.status}); nothing was sent, try again`)
    const today = new Date().toISOString().slice(0, 10)
    const jwk = keyToSealOn(today, (await answer.json()).keys)
    return new CompactEncrypt(new TextEncoder().encode(value))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: jwk.kid })
      .encrypt(await importJWK(jwk, 'ECDH-ES'))
  }
}

/** The youngest day key whose day has begun. */
export function keyToSealOn(today, keys) {
  const begun = keys
    .filter((key) => key.kty === 'EC' && key.crv === 'P-256' && /^\d{4}-\d{2}-\d{2}$/.test(key.kid) && key.kid <= today)
    .sort((a, b) => b.kid.localeCompare(a.kid))
  if (begun.length === 0) throw new Error(`the installation has no sealing key for ${today}; nothing was sent`)
  return begun[0]
}
