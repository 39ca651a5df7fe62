import { describe, expect, it } from 'vitest'
import { createHostCheck, isLoopbackHost } from '../../../server/platform/http/host-check.ts'

const isOurs = (host: string | undefined) =>
  createHostCheck(['Kartan.example'])({ headers: host === undefined ? {} : { host } })

describe('the Host of a request', () => {
  it.each([
    'kartan.example',
    'KARTAN.EXAMPLE:443',
    'localhost:8080',
    '127.0.0.1',
    '[::1]:8080',
    '192.168.0.7:8080',
    '[fe80::1]',
  ])('is accepted: %s', (host) => {
    expect(isOurs(host)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'elsewhere.example',
    'sub.kartan.example',
    'kartan.example.elsewhere.example',
    '127.0.0.1.elsewhere.example',
    '[::1].elsewhere.example',
    'kartan.example:80:80',
  ])('is refused: %s', (host) => {
    expect(isOurs(host)).toBe(false)
  })

  it('is loopback by its exact names only', () => {
    expect(['localhost', '127.0.0.1:1', '[::1]:8080', 'LOCALHOST'].map(isLoopbackHost)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(
      [undefined, '192.168.0.7', 'localhost.elsewhere.example', '127.0.0.2'].map(isLoopbackHost),
    ).toEqual([false, false, false, false])
  })
})
