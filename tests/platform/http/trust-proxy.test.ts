import { once } from 'node:events'
import { connect } from 'node:net'
import type { Request } from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { getCategories } from '../../../server/operations/contract.ts'
import { ANONYMOUS } from '../../../server/platform/access/caller.ts'
import { noContent } from '../../../server/platform/http/answer.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { createProxyCheck, parseTrustedProxies } from '../../../server/platform/http/trust-proxy.ts'
import { startApp } from '../../support/serving/start-app.ts'

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

describe('the address of a caller behind a trusted proxy', () => {
  it('is the one that the proxy appended last, however many headers come before it', async () => {
    const addresses = new Set<string | undefined>()
    const known = (request: unknown) => {
      addresses.add((request as Request).ip)
      return ANONYMOUS
    }
    const app = await startApp([endpoint(getCategories, () => noContent())], {
      trustedProxies: ['127.0.0.1'],
      callers: { known, resolve: async () => ANONYMOUS },
    })
    onTestFinished(() => app.close())
    const socket = connect(app.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    const padding = Array.from({ length: 150 }, (_, n) => `X-Padding-${n}: x`)
    const lines = [
      'GET /api/categories HTTP/1.1',
      'Host: localhost',
      'X-Forwarded-For: 192.0.2.66',
      ...padding,
      'X-Forwarded-For: 203.0.113.7',
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    const [data] = await once(socket, 'data')
    expect(String(data).slice(9, 12)).toBe('204')
    expect([...addresses]).toEqual(['203.0.113.7'])
  })
})
