import { describe, expect, it } from 'vitest'
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
