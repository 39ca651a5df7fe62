import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/
const BYTES = 32

/** A new secret: 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** Whether a text has the form of a token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

/**
 * What is stored of a session's token: its HMAC-SHA-256, base64url. A reader of the database can neither use a
 * session nor, without the secret, forge one.
 */
export function sessionHash(token: string, secret: string): string {
  return createHmac('sha256', secret).update(`session:${token}`).digest('base64url')
}

/**
 * What is stored of a one-time link's token: its SHA-256, base64url. Random bits need no slow hash, and the operator's
 * command, which does not know the server's secret, must be able to make one.
 */
export function linkHash(token: string): string {
  return createHash('sha256').update(`link:${token}`).digest('base64url')
}
