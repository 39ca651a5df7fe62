import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../web/app/api/http-client.ts'
import { RequestFailed } from '../../../web/app/api/problem.ts'
import { createTexts } from '../../../web/i18n/texts.ts'
import { accountMessages } from '../../../web/accounts/messages.ts'
import { passwordRefusal } from '../../../web/accounts/sign-in/password-refusal.ts'
import { signInText } from '../../../web/accounts/sign-in/sign-in-text.ts'

const sv = accountMessages.inLanguageOf(createTexts('sv'))

describe('a failed sign-in', () => {
  it('does not disclose whether the address is known', () => {
    expect(signInText(new RequestFailed('unauthenticated', 'x'), 0, sv)).toBe(
      'E-postadressen eller lösenordet stämmer inte.',
    )
  })

  it('shows the remaining wait in seconds or minutes', () => {
    const throttled = new RequestFailed('rate-limited', 'x', [], 300)
    expect(signInText(throttled, 300, sv)).toContain('5 minuter')
    expect(signInText(throttled, 30, sv)).toContain('30 sekunder')
    expect(signInText(throttled, 1, sv)).toContain('1 sekund.')
    expect(signInText(throttled, 0, sv)).toBe('Nu går det att försöka igen.')
  })
})

describe('a refused password', () => {
  it('names the rule that it breaks', () => {
    const refusal = (rule: string) =>
      passwordRefusal(new RequestFailed('invalid-body', 'x', [{ field: 'password', rule }]), sv)
    expect(refusal('too-short')).toContain('för kort')
    expect(refusal('personal')).toContain('ditt namn')
    expect(refusal('toString')).toContain('Välj ett annat')
  })
})

describe('a request to a busy server', () => {
  const busy = (seconds: string) => new Response('{}', { status: 503, headers: { 'retry-after': seconds } })

  it('is retried a few times before the failure is shown', async () => {
    const answers = [busy('1'), busy('1'), Response.json({ here: true })]
    const waited: number[] = []
    const http = createHttpClient({
      fetch: () => Promise.resolve(answers.shift()!),
      wait: async (ms) => void waited.push(ms),
    })
    expect(await http.get('/api/layers')).toEqual({ here: true })
    expect(waited).toEqual([1000, 1000])
  })

  it('is not retried when it changes something, nor when the server requests a long wait', async () => {
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

  it('reports an ended session', async () => {
    let reported = 0
    const http = createHttpClient({
      fetch: () => Promise.resolve(new Response('{}', { status: 401 })),
      onUnauthenticated: () => (reported += 1),
    })
    await expect(http.get('/api/layers')).rejects.toBeInstanceOf(RequestFailed)
    expect(reported).toBe(1)
  })
})
