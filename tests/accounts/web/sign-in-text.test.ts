import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../web/app/api/http-client.ts'
import { RequestFailed } from '../../../web/app/api/problem.ts'
import { createTexts } from '../../../web/i18n/texts.ts'
import { accountMessages } from '../../../web/accounts/messages.ts'
import { passwordRefusal } from '../../../web/accounts/sign-in/password-refusal.ts'
import { signInText } from '../../../web/accounts/sign-in/sign-in-text.ts'

const sv = accountMessages.inLanguageOf(createTexts('sv'))

describe('a sign-in that did not succeed', () => {
  it('is told without saying whether the address is known', () => {
    expect(signInText(new RequestFailed('unauthenticated', 'x'), 0, sv)).toBe(
      'E-postadressen eller lösenordet stämmer inte.',
    )
  })

  it('counts down, in seconds and then in minutes, until it may be tried again', () => {
    const throttled = new RequestFailed('rate-limited', 'x', [], 300)
    expect(signInText(throttled, 300, sv)).toContain('5 minuter')
    expect(signInText(throttled, 30, sv)).toContain('30 sekunder')
    expect(signInText(throttled, 1, sv)).toContain('1 sekund.')
    expect(signInText(throttled, 0, sv)).toBe('Nu går det att försöka igen.')
  })
})

describe('a password that is not taken', () => {
  it('is told by the rule that it breaks', () => {
    const refusal = (rule: string) =>
      passwordRefusal(new RequestFailed('invalid-body', 'x', [{ field: 'password', rule }]), sv)
    expect(refusal('too-short')).toContain('för kort')
    expect(refusal('personal')).toContain('ditt namn')
    expect(refusal('toString')).toContain('Välj ett annat')
  })
})

describe('a question to a busy server', () => {
  const busy = (seconds: string) => new Response('{}', { status: 503, headers: { 'retry-after': seconds } })

  it('is asked again a few times by itself before the person is told', async () => {
    const answers = [busy('1'), busy('1'), Response.json({ here: true })]
    const waited: number[] = []
    const http = createHttpClient({
      fetch: () => Promise.resolve(answers.shift()!),
      wait: async (ms) => void waited.push(ms),
    })
    expect(await http.get('/api/layers')).toEqual({ here: true })
    expect(waited).toEqual([1000, 1000])
  })

  it('is not repeated when it changes something, nor when the server asks for a long wait', async () => {
    let requested = 0
    const http = createHttpClient({
      fetch: () => {
        requested += 1
        return Promise.resolve(busy('30'))
      },
      wait: () => Promise.resolve(),
    })
    await expect(http.send('POST', '/api/check', {})).rejects.toMatchObject({ retryAfterSeconds: 30 })
    await expect(http.get('/api/layers')).rejects.toMatchObject({ retryAfterSeconds: 30 })
    expect(requested).toBe(2)
  })

  it('tells of a session that has ended', async () => {
    let reported = 0
    const http = createHttpClient({
      fetch: () => Promise.resolve(new Response('{}', { status: 401 })),
      onUnauthenticated: () => (reported += 1),
    })
    await expect(http.get('/api/layers')).rejects.toBeInstanceOf(RequestFailed)
    expect(reported).toBe(1)
  })
})
