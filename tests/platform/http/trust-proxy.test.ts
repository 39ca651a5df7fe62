import { once } from 'node:events'
import { connect } from 'node:net'
import type { Request } from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { getCategories } from '../../../server/operations/contract.ts'
import { ANONYMOUS } from '../../../server/platform/access/principal.ts'
import { noContent } from '../../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { parseTrustedProxies } from '../../../server/platform/http/trust-proxy.ts'
import { startApp } from '../../support/serving/start-app.ts'

describe('the trusted proxies', () => {
  it('are none by default', () => {
    expect(parseTrustedProxies('none')).toEqual([])
  })

  it('are configured by network, address or keyword', () => {
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
  ])('cannot be %j', (text) => {
    expect(parseTrustedProxies(text)).toBeUndefined()
  })
})

describe('the address of a caller behind a trusted proxy', () => {
  it('is the one that the proxy appended last, however many headers precede it', async () => {
    const addresses = new Set<string | undefined>()
    const known = (request: unknown) => {
      addresses.add((request as Request).ip)
      return ANONYMOUS
    }
    const app = await startApp([endpoint(getCategories, () => noContent())], {
      trustedProxies: ['127.0.0.1'],
      authenticator: { known, resolve: async () => ANONYMOUS },
    })
    onTestFinished(() => app.close())
    const socket = connect(app.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    const padding = Array.from({ length: 2000 }, () => 'X:')
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
