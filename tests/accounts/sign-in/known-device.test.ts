import { describe, expect, it } from 'vitest'
import { createKnownDevices } from '../../../server/accounts/sign-in/known-device.ts'

const devices = createKnownDevices('a secret of one server')

describe('a known browser', () => {
  it('is known to the account that its cookie was issued for, and to no other', () => {
    const value = devices.issue(7)
    expect(devices.read(value, 7)).toMatch(/^7:/)
    expect(devices.read(value, 8)).toBeNull()
  })

  it('cannot forge its cookie without the secret', () => {
    const [name, mac] = devices.issue(7).split('.') as [string, string]
    const forged = `${name}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`
    const renamed = `${name.startsWith('A') ? 'B' : 'A'}${name.slice(1)}.${mac}`
    const elsewhere = createKnownDevices('a secret of another server').issue(7)
    for (const value of [forged, renamed, elsewhere, name, `${name}.`, '', null])
      expect(devices.read(value, 7)).toBeNull()
  })
})
