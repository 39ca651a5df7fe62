import { describe, expect, it } from 'vitest'
import { parseTrustedProxies } from '../../server/http/trust-proxy.ts'

describe('the proxies that are believed', () => {
  it('are none unless they are named', () => {
    expect(parseTrustedProxies('none')).toEqual([])
  })

  it('are named by network, address or a word for one', () => {
    const text = 'loopback, 10.0.0.0/8,192.168.0.7 , fd00::/64,::1/128'
    expect(parseTrustedProxies(text)).toEqual([
      'loopback',
      '10.0.0.0/8',
      '192.168.0.7',
      'fd00::/64',
      '::1/128',
    ])
  })

  it.each([
    '',
    'true',
    '1',
    'all',
    'none,loopback',
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0',
  ])('are not told by %j', (text) => {
    expect(parseTrustedProxies(text)).toBeUndefined()
  })
})
