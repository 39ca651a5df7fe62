import { afterAll, describe, expect, it } from 'vitest'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { area, at, incident, rectangle } from './tiny-city.ts'

const { check, close } = openTinyCheck()
afterAll(close)

/** As many thefts on the site in a year, month by month or all within one day. */
function thefts(size: number, year: number, bunched: boolean) {
  return Array.from({ length: size }, (_, k) =>
    incident(1010 + k, 1100, bunched ? at(year, 6, 15, k % 24) : at(year, 1 + (k % 12), 2 + (k % 26))),
  )
}

async function compared(bunched: boolean) {
  const { evidence } = await check([FIRST, ...thefts(40, 2024, bunched), ...thefts(20, 2023, bunched)])
  const count = evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!
  return { count, finding: evidence.findings.find((f) => f.id === 'change-property-0')! }
}

describe('an overdispersed count', () => {
  it('gets a wider interval than the same count spread over the year, with a notice', async () => {
    const even = await compared(false)
    const bunched = await compared(true)
    expect([even.count.scaled, bunched.count.scaled]).toEqual([false, true])
    expect([bunched.count.count, bunched.count.ratio]).toEqual([even.count.count, even.count.ratio])
    expect(bunched.count.ratioInterval!.low).toBeLessThan(even.count.ratioInterval!.low / 2)
    expect(bunched.count.p!).toBeGreaterThan(even.count.p!)
    expect(bunched.finding.sv).toContain('intervallet är vidgat')
    expect(even.finding.sv).not.toContain('vidgat')
  })
})

/** Areas are identified by id and revision. */
let nextId = 1

/** The tiny city with residents in its western and eastern halves, by statistical areas. */
function peopled(west: number | null, east: number | null) {
  const id = nextId++
  return {
    areas: [
      area(1, 'study', 'Staden', rectangle(0, 0, 4000, 4000)),
      area(2, 'water', 'Sjön', rectangle(0, 3000, 4000, 1000)),
      area(10 * id, 'base', 'Västra', rectangle(0, 0, 2000, 3000), west),
      area(10 * id + 1, 'base', 'Östra', rectangle(2000, 0, 2000, 3000), east),
    ],
  }
}

async function rankIn(west: number | null, east: number | null) {
  const { evidence } = await check([FIRST], peopled(west, east))
  return evidence.ranks.find((rank) => rank.group === 'property')!
}

describe('comparable places', () => {
  it('are only those with half to twice as many residents', async () => {
    const [alike, denser, sparser] = [
      await rankIn(6000, 6000),
      await rankIn(6000, 60_000),
      await rankIn(6000, 600),
    ]
    expect(alike.matchedOn).toBe('residents')
    expect(alike.placements).toBeGreaterThan(700)
    expect(denser.placements).toBeLessThan(0.62 * alike.placements)
    expect(sparser.placements).toBeLessThan(0.62 * alike.placements)
  })

  it('are matched on incidents where residents are unknown', async () => {
    expect((await rankIn(null, null)).matchedOn).toBe('incidents')
  })
})
