import { createHmac, timingSafeEqual } from 'node:crypto'

/** State that a browser keeps during the code flow, with which the provider's response must agree. */
export interface Flow {
  readonly state: string
  readonly nonce: string
  /** PKCE (RFC 7636): only the browser that began can end it. */
  readonly verifier: string
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
}

/** @param secret SESSION_SECRET @returns a signed text for a cookie */
export function sealFlow(flow: Flow, secret: string): string {
  const text = Buffer.from(JSON.stringify(flow)).toString('base64url')
  return `${text}.${sign(text, secret)}`
}

/** The flow of a cookie; null when it was not sealed here, or is too old. */
export function openFlow(sealed: string | null, secret: string, nowMs: number): Flow | null {
  const [, text, mac] = /^([\w-]{1,1000})\.([\w-]{43})$/.exec(sealed ?? '') ?? []
  if (text === undefined || mac === undefined) return null
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(sign(text, secret)))) return null
  const flow = JSON.parse(Buffer.from(text, 'base64url').toString()) as Flow
  return nowMs < flow.expiresAtMs ? flow : null
}

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(`openid-connect:${text}`).digest('base64url')
}
