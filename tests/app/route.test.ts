import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf, readRoute, reviewAddress, startAddress } from '../../web/app/route.ts'

const at = (address: string) => {
  const { search, hash } = new URL(address, 'http://city.example/')
  return readRoute({ search, hash })
}

describe('an address', () => {
  it('of the root is the public start when signed out, and what the role works with when signed in', () => {
    const home = at('/')
    expect(pageOf(home, null)).toBe('start')
    expect(pageOf(home, { role: 'planner' })).toBe('workspace')
    expect(pageOf(home, { role: 'coordinator' })).toBe('today')
    expect(pageOf(home, { role: 'analyst' })).toBe('workspace')
    expect(pageOf(home, { role: 'partner' })).toBe('place')
    expect(pageOf(home, { role: 'admin' })).toBe('administration')
  })

  it('of the workspace leads to the sign-in first', () => {
    for (const address of ['/?panel=proposal', '/?group=order', '/?at=12,59,18', '/?review=4'])
      expect(pageOf(at(address), null)).toBe('sign-in')
  })

  it('never leads a partner or an administrator to the map of incidents', () => {
    for (const address of ['/', '/?panel=map', '/?layers=incidents', '/?review=4'])
      for (const role of ['partner', 'admin'] as const)
        expect(['workspace', 'review']).not.toContain(pageOf(at(address), { role }))
  })

  it('of an area is public for everybody', () => {
    const area = at('/?area=a47dbbe1969b5')
    expect(area).toEqual({ page: 'start', area: 'a47dbbe1969b5' })
    for (const user of [null, { role: 'analyst' as const }]) expect(pageOf(area, user)).toBe('start')
  })

  it('carries the token of an invitation in its fragment', () => {
    const token = 'A'.repeat(43)
    expect(at(`/#/invitation/${token}`)).toEqual({ page: 'invitation', token })
    expect(at('/#/invitation/short')).toEqual({ page: 'home' })
  })

  it('of a failed OpenID Connect sign-in is the sign-in page', () => {
    expect(pageOf(at('/?sign-in-error=refused'), null)).toBe('sign-in')
  })

  it('made by the page is read back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('sv', 'en'), (area, language) => {
        expect(at(`/${startAddress(area, language)}`)).toEqual({ page: 'start', area })
      }),
    )
    expect(at(`/${startAddress(null, 'en')}`)).toEqual({ page: 'start', area: null })
    expect(at(`/${reviewAddress(7, 'sv')}`)).toEqual({ page: 'review', id: 7 })
  })
})
