import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordProblem, PASSWORD_LENGTH } from '../../server/accounts/password-rules.ts'

const PERSON = { email: 'anna.dahl@trygg.example', name: 'Anna Åkerström-Dahl' }
const problem = (password: string) => passwordProblem(password, PERSON)

describe('a password', () => {
  it.each([
    'gräddfil under diskbänken',
    'nio gröna cyklar i ån',
    'Zw7-kq2 Vb9-xt4',
    '                lax kurkuma',
    '83740291650283746',
    'пароль для зелёной лодки',
    '🦔🌶️🧭🪗🛶🧲🪁🧵🥁🐙🌵🍋🧊🪀🎯',
  ])('may be %s', (password) => {
    expect(problem(password)).toBeNull()
  })

  it('has 15 to 128 characters, counted after Unicode normalisation', () => {
    expect(problem('gräddfil i ån!')).toBe('too-short')
    expect(problem('gräddfil i åns!'.normalize('NFD'))).toBeNull()
    expect(problem('gräddfil i ån!'.normalize('NFD'))).toBe('too-short')
    const long = Array.from({ length: 128 }, (_, k) => 'bkxmdvhqt'[(k * 7 + (k >> 3)) % 9]).join('')
    expect(problem(long)).toBeNull()
    expect(problem(`${long}z`)).toBe('too-long')
  })

  it.each([
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345678',
    'qwertyuiopasdfghjkl',
    'lösenordlösenord',
    'LösenordLösenord123',
    'password123456789',
    'P@ssw0rdP@ssw0rd!',
    'sommar2026sommar2026',
    'Sommaren2026!!!!!!',
    'välkommenvälkommen1',
    'correct horse battery staple',
    'correcthorsebatterystaple',
    'iloveyouiloveyou',
    'zyxwvutsrqponmlkj',
    'Stockholm2025Stockholm',
    '               ',
  ])('is refused when it is %s, which attackers try first', (password) => {
    expect(problem(password)).toBe('common')
  })

  it.each([
    'annadahl i hamnen 77',
    'ÅKERSTRÖM-vinthunden',
    'min trygg hund vinthund',
    'Lägesbild av en gurka',
  ])('is refused when it is made of the person’s or the service’s name: %s', (password) => {
    expect(problem(password)).toBe('personal')
  })

  it('is accepted whatever its characters, when it is random and long enough', () => {
    const random = fc.array(
      fc.constantFrom('b', 'd', 'f', 'h', 'j', 'k', 'm', 'p', 'q', 't', 'v', 'w', 'x', 'z'),
      { minLength: 20, maxLength: 60 },
    )
    fc.assert(
      fc.property(random, (characters) => {
        fc.pre(new Set(characters).size >= 8)
        expect(problem(characters.join(''))).toBeNull()
      }),
    )
  })

  it('of any text is judged without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (password) => {
        expect([null, 'too-short', 'too-long', 'common', 'personal']).toContain(problem(password))
      }),
    )
  })

  it('is long enough for a single factor', () => {
    expect(PASSWORD_LENGTH.min).toBeGreaterThanOrEqual(15)
  })
})
