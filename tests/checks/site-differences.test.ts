import { describe, expect, it } from 'vitest'
import type { CountEvidence, Evidence } from '../../server/checks/evidence.ts'
import { siteDifferences } from '../../server/checks/site-differences.ts'

const HECTARE = 10_000

interface Site {
  readonly count: number
  readonly hectares: number
  readonly cells: readonly (readonly [number, number])[]
  readonly dispersion?: number | null
}

function site({ count, hectares, cells, dispersion = null }: Site): Evidence {
  const counted = (zone: number, group: string | null, category: string | null): Partial<CountEvidence> => ({
    id: `count-${group ?? category}-${zone}`,
    zone,
    group,
    category,
    count,
    perHectare: hectares === 0 ? null : count / hectares,
    dispersion,
  })
  return {
    zones: [{ zone: 0, cells, landM2: hectares * HECTARE }],
    counts: [counted(0, 'people', null), counted(0, null, 'theft'), counted(1, 'people', null)],
  } as unknown as Evidence
}

const HERE = { count: 20, hectares: 4, cells: [[1, 1]] } as const
const THERE = { count: 10, hectares: 4, cells: [[9, 9]] } as const

describe('two sites side by side', () => {
  it('are compared exactly, groups on the site alone: 20 against 10 is 2, 0.89–4.78', () => {
    const { groups, sharedCells } = siteDifferences(site(HERE), site(THERE))
    expect(sharedCells).toBe(0)
    expect(groups.map(({ group }) => group)).toEqual(['people'])
    expect(groups[0]!.ratio).toBe(2)
    expect(groups[0]!.interval.low).toBeCloseTo(0.89, 2)
    expect(groups[0]!.interval.high).toBeCloseTo(4.78, 2)
  })

  it('are compared by hectare of land: twice the land halves the ratio and its interval', () => {
    const { groups } = siteDifferences(site({ ...HERE, hectares: 8 }), site(THERE))
    expect(groups[0]!.ratio).toBe(1)
    expect(groups[0]!.interval.low).toBeCloseTo(0.445, 2)
  })

  it('have a wider interval about the same ratio where reports come in clusters on either', () => {
    const [plain] = siteDifferences(site(HERE), site(THERE)).groups
    const [scaled] = siteDifferences(site(HERE), site({ ...THERE, dispersion: 2 })).groups
    expect(scaled).toMatchObject({ ratio: 2, scaled: true })
    expect(scaled!.interval.low).toBeLessThan(plain!.interval.low)
    expect(scaled!.interval.high).toBeGreaterThan(plain!.interval.high!)
    const [even] = siteDifferences(site(HERE), site({ ...THERE, dispersion: 1.4 })).groups
    expect(even).toEqual(plain)
  })

  it('are not compared where they share a cell, where one has no land, or where both have nothing', () => {
    expect(siteDifferences(site(HERE), site({ ...THERE, cells: [[1, 1]] }))).toEqual({
      sharedCells: 1,
      groups: [],
    })
    expect(siteDifferences(site(HERE), site({ ...THERE, hectares: 0 })).groups).toEqual([])
    const empty = { count: 0 }
    expect(siteDifferences(site({ ...HERE, ...empty }), site({ ...THERE, ...empty })).groups).toEqual([])
  })

  it('have no upper bound where the other has nothing', () => {
    const [open] = siteDifferences(site(HERE), site({ ...THERE, count: 0 })).groups
    expect(open).toMatchObject({ ratio: null, interval: { high: null } })
  })
})
