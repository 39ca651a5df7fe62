import type { Request, Response } from 'express'
import { describe, expect, it } from 'vitest'
import { sameOriginOnly } from '../../../server/platform/http/same-origin.ts'

type Headers = Readonly<Record<string, string>>

/** Whether a request with these headers is let through to what changes something. */
function lets(publicUrl: string | null, headers: Headers, method = 'POST'): boolean {
  let refusal: unknown
  sameOriginOnly(publicUrl)({ method, headers } as unknown as Request, {} as Response, (error) => {
    refusal = error
  })
  if (refusal !== undefined) expect(refusal).toMatchObject({ code: 'forbidden' })
  return refusal === undefined
}

const HOST = 'kartan.example:8080'
const PUBLIC = 'https://kartan.example'

describe('a request that changes something', () => {
  it.each<[string, string | null, Headers, boolean]>([
    ['a program, which says nothing of where it comes from', null, { host: HOST }, true],
    ['a page of the same host', null, { host: HOST, origin: `http://${HOST}` }, true],
    ['the same behind TLS that nobody told of', null, { host: HOST, origin: `https://${HOST}` }, true],
    [
      'a page of the same name and another port',
      null,
      { host: HOST, origin: 'http://kartan.example' },
      false,
    ],
    ['a page that hides where it comes from', null, { host: HOST, origin: 'null' }, false],
    ['a page of the public address', PUBLIC, { host: HOST, origin: PUBLIC }, true],
    [
      'the public address without TLS',
      PUBLIC,
      { host: 'kartan.example', origin: 'http://kartan.example' },
      false,
    ],
    ['the host behind the proxy by its own name', PUBLIC, { host: HOST, origin: `http://${HOST}` }, false],
    ['a page of this machine', PUBLIC, { host: 'localhost:8080', origin: 'http://localhost:8080' }, true],
    ['the browser’s own bar', null, { host: HOST, 'sec-fetch-site': 'none' }, true],
    ['a neighbouring name', null, { host: HOST, 'sec-fetch-site': 'same-site' }, false],
    [
      'a page of another port that its browser calls our own',
      null,
      { host: HOST, origin: 'http://localhost:1', 'sec-fetch-site': 'same-origin' },
      false,
    ],
    ['another site', null, { host: HOST, 'sec-fetch-site': 'cross-site' }, false],
    [
      'another site that writes our origin',
      null,
      { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'cross-site' },
      false,
    ],
  ])('from %s', (_, publicUrl, headers, isLet) => {
    expect(lets(publicUrl, headers)).toBe(isLet)
  })

  it('is one with any method but safe ones', () => {
    const foreign = { host: HOST, origin: 'https://elsewhere.example' }
    expect(['GET', 'HEAD', 'OPTIONS'].map((method) => lets(null, foreign, method))).toEqual([
      true,
      true,
      true,
    ])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(lets(null, foreign, method), method).toBe(false)
  })
})
