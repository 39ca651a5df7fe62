import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { problemAnswer } from '../../../server/platform/http/problem.ts'
import { asksForPage, refusalPage } from '../../../server/platform/http/refusal-page.ts'

const asked = (url: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8', method = 'GET') =>
  ({ method, url, headers: { accept } }) as IncomingMessage
const told = (url: string, code: Parameters<typeof problemAnswer>[0]['code']) => {
  const answer = refusalPage(asked(url), problemAnswer({ code }, 'id'))
  return { ...answer, text: answer.body.kind === 'bytes' ? String(answer.body.bytes) : '' }
}

describe('a refusal that a person reads', () => {
  it('is a page where a browser asks for one, and problem+json for every program', () => {
    expect(asksForPage(asked('/reviews/1?lang=en'))).toBe(true)
    expect(asksForPage(asked('/nothing-here'))).toBe(true)
    expect(asksForPage(asked('/reviews/1', '*/*'))).toBe(false)
    expect(asksForPage(asked('/reviews/1', undefined, 'POST'))).toBe(false)
    for (const path of ['/api/incidents', '/API/incidents', '/tiles/x', '/public/x', '/metrics', '/readyz?x'])
      expect(asksForPage(asked(path))).toBe(false)
  })

  it('keeps its status, and leads a stranger to the sign-in and everybody to the start', () => {
    const stranger = told('/reviews/1', 'unauthenticated')
    expect([stranger.status, stranger.headers['Content-Type'], stranger.headers['Cache-Control']]).toEqual([
      401,
      'text/html; charset=utf-8',
      'no-store',
    ])
    expect(stranger.text).toContain('<h1>Logga in först</h1>')
    expect(stranger.text).toContain('href="/?page=sign-in"')
    const lost = told('/nothing-here?lang=en', 'not-found')
    expect(lost.text).toContain('<h1>There is no such page</h1>')
    expect(lost.text).toContain('href="/?page=start&amp;lang=en"')
    expect(lost.text).not.toContain('page=sign-in')
  })

  it('asks to wait where waiting helps, and keeps how long', () => {
    const busy = refusalPage(
      asked('/reviews/1'),
      problemAnswer({ code: 'busy', headers: { 'Retry-After': '2' } }, 'id'),
    )
    expect([busy.status, busy.headers['Retry-After']]).toEqual([503, '2'])
    expect(told('/reviews/1', 'busy').text).toContain('Vänta en stund')
    expect(told('/reviews/1', 'gone').text).toContain('<h1>Sidan finns inte</h1>')
  })
})
