import { describe, expect, it } from 'vitest'
import { openFlow, sealFlow } from '../../../server/accounts/sign-in/openid-connect/flow-cookie.ts'

const SECRET = 'a secret of one server'
const FLOW = { state: 'state', nonce: 'nonce', verifier: 'verifier', expiresAtMs: 1000 }

describe('an OpenID Connect flow sealed in a cookie', () => {
  it('is read back unchanged until it expires', () => {
    const sealed = sealFlow(FLOW, SECRET)
    expect(openFlow(sealed, SECRET, 999)).toEqual(FLOW)
    expect(openFlow(sealed, SECRET, 1000)).toBeNull()
  })

  it('is rejected unless it was sealed with this secret', () => {
    const [text, mac] = sealFlow(FLOW, SECRET).split('.') as [string, string]
    const longer = Buffer.from(JSON.stringify({ ...FLOW, expiresAtMs: 1e12 })).toString('base64url')
    for (const value of [`${longer}.${mac}`, sealFlow(FLOW, 'another secret'), text, `${text}.`, '', null])
      expect(openFlow(value, SECRET, 0)).toBeNull()
  })
})
