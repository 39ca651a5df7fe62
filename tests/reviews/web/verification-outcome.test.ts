import { describe, expect, it } from 'vitest'
import { reviewEn } from '../../../web/reviews/messages-en.ts'
import { reviewSv } from '../../../web/reviews/messages-sv.ts'
import type { VerificationResponse } from '../../../web/reviews/review-calls.ts'
import { outcomeOf } from '../../../web/reviews/verification-outcome.ts'

const AGREES: VerificationResponse = {
  agrees: true,
  figuresAgree: true,
  basis: 'whole',
  storedIntact: true,
  sealIntact: null,
}
const UNLIKE = { ...AGREES, agrees: false, figuresAgree: false }

const sentence = (found: VerificationResponse) => reviewSv.evidence.outcomes[outcomeOf(found)]

describe('the message of recomputed evidence', () => {
  it('is that it agrees, word for word or figure for figure', () => {
    expect(sentence(AGREES)).toContain('Stämmer: varje siffra')
    expect(sentence({ ...AGREES, agrees: false })).toContain('formuleras annorlunda')
  })

  it('is that the remaining figures agree, not that wording differs, once others are erased', () => {
    const found = sentence({ ...AGREES, agrees: false, basis: 'erased' })
    expect(found).toContain('räknad på det som finns kvar')
    expect(found).not.toContain('formuleras')
  })

  it.each([
    ['erased', 'gallrade, som de ska'],
    ['restored', 'återställts från en säkerhetskopia'],
    ['other-method', 'tidigare version av metoden'],
    ['evidence-erased', 'underlaget är gallrat'],
  ] as const)('alarms nobody where the basis is %s', (basis, phrase) => {
    const found = sentence({ ...UNLIKE, basis })
    expect(found).toContain(phrase)
    expect(found).not.toMatch(/Stämmer inte|Kontakta/)
  })

  it.each([
    ['whole', 'någon siffra blev en annan'],
    ['altered', 'ingen gallring förklarar det'],
  ] as const)('sends for whoever runs the service where the basis is %s', (basis, phrase) => {
    const found = sentence({ ...UNLIKE, basis })
    expect(found).toContain(phrase)
    expect(found).toContain('Kontakta')
  })

  it('is first that the stored bytes were altered, whatever data are left', () => {
    for (const basis of ['whole', 'erased', 'altered', 'restored'] as const)
      for (const broken of [{ storedIntact: false }, { sealIntact: false }])
        expect(outcomeOf({ ...UNLIKE, basis, ...broken })).toBe('broken')
  })

  it('is different for every outcome', () => {
    for (const messages of [reviewSv, reviewEn]) {
      const sentences = Object.values(messages.evidence.outcomes)
      expect(new Set([...sentences, messages.evidence.erased, messages.evidence.closed]).size).toBe(
        sentences.length + 2,
      )
    }
  })
})
