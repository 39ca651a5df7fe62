import { describe, expect, it } from 'vitest'
import { createProxyCheck, parseTrustedProxies } from '../../../server/platform/http/trust-proxy.ts'

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

describe('an address that speaks for many', () => {
  it.each<[readonly string[], string, boolean]>([
    [[], '127.0.0.1', true],
    [[], '::ffff:127.0.0.1', true],
    [[], '::1', true],
    [[], '10.0.0.1', false],
    [['uniquelocal'], '172.18.0.1', true],
    [['uniquelocal'], '::ffff:172.18.0.1', true],
    [['uniquelocal'], '172.32.0.1', false],
    [['192.0.2.7', '2001:db8::/32'], '192.0.2.7', true],
    [['192.0.2.7', '2001:db8::/32'], '192.0.2.8', false],
    [['192.0.2.7', '2001:db8::/32'], '2001:db8:1::1', true],
    [['linklocal'], 'fe80::1%eth0', true],
  ])('is one of the proxies %j or of this machine: %s %s', (proxies, address, speaks) => {
    expect(createProxyCheck(proxies)(address)).toBe(speaks)
  })
})
