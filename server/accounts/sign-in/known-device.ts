import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Days that a browser stays known after a sign-in. */
export const DEVICE_DAYS = 365
const ID_BYTES = 16
const VALUE = /^([\w-]{22})\.([\w-]{43})$/

/** Recognises browsers in which an account has signed in before, by a signed cookie. */
export interface KnownDevices {
  /** The value for a browser's cookie, valid for this account only. */
  issue(accountId: number): string
  /** The browser's own name when the value is one that was issued for the account; else null. */
  read(value: string | null, accountId: number): string | null
}

/** @param secret SESSION_SECRET */
export function createKnownDevices(secret: string): KnownDevices {
  const sign = (id: string, accountId: number) =>
    createHmac('sha256', secret).update(`device:${accountId}:${id}`).digest('base64url')
  return {
    issue(accountId) {
      const id = randomBytes(ID_BYTES).toString('base64url')
      return `${id}.${sign(id, accountId)}`
    },
    read(value, accountId) {
      const [, id, mac] = VALUE.exec(value ?? '') ?? []
      if (id === undefined || mac === undefined) return null
      const genuine = timingSafeEqual(Buffer.from(mac), Buffer.from(sign(id, accountId)))
      return genuine ? `${accountId}:${id}` : null
    },
  }
}
