import { describe, expect, it } from 'vitest'
import { createCookie } from '../../../server/platform/http/session-cookie.ts'

const plain = createCookie('lagesbild', false)
const secure = createCookie('lagesbild', true)

describe('a session cookie', () => {
  it('is HttpOnly and SameSite', () => {
    expect(plain.set('abc', null)).toBe('lagesbild=abc; Path=/; HttpOnly; SameSite=Lax')
    expect(plain.set('abc', 90.7)).toBe('lagesbild=abc; Max-Age=90; Path=/; HttpOnly; SameSite=Lax')
    expect(plain.clear()).toBe('lagesbild=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
  })

  it('cannot be set over HTTPS by a neighbouring host or plain HTTP', () => {
    expect(secure.set('abc', null)).toBe('__Host-lagesbild=abc; Path=/; HttpOnly; Secure; SameSite=Lax')
    expect(secure.read('lagesbild=planted')).toBeNull()
    expect(secure.read('lagesbild=planted; __Host-lagesbild=own')).toBe('own')
  })

  it('is found among others, by its whole name', () => {
    expect(plain.read('a=1;lagesbild=abc; b=2')).toBe('abc')
    expect(
      [undefined, '', 'a=1', 'xlagesbild=abc', 'lagesbild-device=abc'].map((text) => plain.read(text)),
    ).toEqual([null, null, null, null, null])
  })

  it('round-trips any characters', () => {
    const value = 'a;b="c", d=å%'
    expect(plain.read(plain.set(value, null).split(';')[0])).toBe(value)
  })
})
