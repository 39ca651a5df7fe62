import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { problemResponse } from '../../../server/platform/http/problem.ts'
import { wantsPage, refusalPage } from '../../../server/platform/http/refusal-page.ts'

const requested = (url: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8', method = 'GET') =>
  ({ method, url, headers: { accept } }) as IncomingMessage
const reported = (url: string, code: Parameters<typeof problemResponse>[0]['code']) => {
  const response = refusalPage(requested(url), problemResponse({ code }, 'id', 'en'))
  return { ...response, text: response.body.kind === 'bytes' ? String(response.body.bytes) : '' }
}

describe('a refusal that a person reads', () => {
  it('is a page for a browser’s navigation, and problem+json for programs', () => {
    expect(wantsPage(requested('/reviews/1?lang=en'))).toBe(true)
    expect(wantsPage(requested('/nothing-here'))).toBe(true)
    expect(wantsPage(requested('/reviews/1', '*/*'))).toBe(false)
    expect(wantsPage(requested('/reviews/1', undefined, 'POST'))).toBe(false)
    for (const path of ['/api/incidents', '/API/incidents', '/tiles/x', '/public/x', '/metrics', '/readyz?x'])
      expect(wantsPage(requested(path))).toBe(false)
  })

  it('keeps its status, and links to sign-in when signed out and to the start', () => {
    const stranger = reported('/reviews/1', 'unauthenticated')
    expect([stranger.status, stranger.headers['Content-Type'], stranger.headers['Cache-Control']]).toEqual([
      401,
      'text/html; charset=utf-8',
      'no-store',
    ])
    expect(stranger.text).toContain('<h1>Logga in först</h1>')
    expect(stranger.text).toContain('href="/?page=sign-in"')
    const lost = reported('/nothing-here?lang=en', 'not-found')
    expect(lost.text).toContain('<h1>There is no such page</h1>')
    expect(lost.text).toContain('href="/?page=start&amp;lang=en"')
    expect(lost.text).not.toContain('page=sign-in')
  })

  it('says to wait where waiting helps, with Retry-After', () => {
    const busy = refusalPage(
      requested('/reviews/1'),
      problemResponse({ code: 'busy', headers: { 'Retry-After': '2' } }, 'id', 'en'),
    )
    expect([busy.status, busy.headers['Retry-After']]).toEqual([503, '2'])
    expect(reported('/reviews/1', 'busy').text).toContain('Vänta en stund')
    expect(reported('/reviews/1', 'gone').text).toContain('<h1>Sidan finns inte</h1>')
  })
})
