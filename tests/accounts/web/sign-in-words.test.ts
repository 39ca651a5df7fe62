import { describe, expect, it } from 'vitest'
import { createAsk } from '../../../web/app/api/ask.ts'
import { RequestFailed } from '../../../web/app/api/problem.ts'
import { createTexts } from '../../../web/i18n/texts.ts'
import { accountMessages } from '../../../web/accounts/messages.ts'
import { passwordRefusal } from '../../../web/accounts/sign-in/password-refusal.ts'
import { signInWords } from '../../../web/accounts/sign-in/sign-in-words.ts'

const sv = accountMessages.beside(createTexts('sv'))

describe('a sign-in that did not succeed', () => {
  it('is told without saying whether the address is known', () => {
    expect(signInWords(new RequestFailed('unauthenticated', 'x'), 0, sv)).toBe(
      'E-postadressen eller lösenordet stämmer inte.',
    )
  })

  it('counts down, in seconds and then in minutes, until it may be tried again', () => {
    const throttled = new RequestFailed('rate-limited', 'x', [], 300)
    expect(signInWords(throttled, 300, sv)).toContain('5 minuter')
    expect(signInWords(throttled, 30, sv)).toContain('30 sekunder')
    expect(signInWords(throttled, 1, sv)).toContain('1 sekund.')
    expect(signInWords(throttled, 0, sv)).toBe('Nu går det att försöka igen.')
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
    const ask = createAsk({
      fetch: () => Promise.resolve(answers.shift()!),
      wait: async (ms) => void waited.push(ms),
    })
    expect(await ask.get('/api/layers')).toEqual({ here: true })
    expect(waited).toEqual([1000, 1000])
  })

  it('is not repeated when it changes something, nor when the server asks for a long wait', async () => {
    let asked = 0
    const ask = createAsk({
      fetch: () => {
        asked += 1
        return Promise.resolve(busy('30'))
      },
      wait: () => Promise.resolve(),
    })
    await expect(ask.send('POST', '/api/check', {})).rejects.toMatchObject({ retryAfterSeconds: 30 })
    await expect(ask.get('/api/layers')).rejects.toMatchObject({ retryAfterSeconds: 30 })
    expect(asked).toBe(2)
  })

  it('tells of a session that has ended', async () => {
    let told = 0
    const ask = createAsk({
      fetch: () => Promise.resolve(new Response('{}', { status: 401 })),
      onUnauthenticated: () => (told += 1),
    })
    await expect(ask.get('/api/layers')).rejects.toBeInstanceOf(RequestFailed)
    expect(told).toBe(1)
  })
})
