import { describe, expect, it } from 'vitest'
import type { FigurePosition } from '../../../server/releases/computation/published-figure.ts'
import { inBlocks } from '../../../server/releases/computation/withheld-block.ts'
import { quarterContents, yearContents } from '../../support/release-fixture.ts'

const position = (release: number, list: FigurePosition['list'], index: number) => ({ release, list, index })

describe('withholding', () => {
  const figure = { register: 'police', period: '2026-Q2' } as const
  const fresh = {
    ...quarterContents('2026-Q2'),
    areaFigures: [
      { ...figure, area: 'a1', group: 'order', count: 15 },
      { ...figure, area: 'a1', group: 'property', count: 40 },
      { ...figure, area: 'a2', group: 'order', count: 'few' },
      { ...figure, area: 'a3', group: 'order', count: 'not-covered' },
      { ...figure, area: 'a2', group: 'order', register: 'city', count: 20 },
    ],
  } as const
  const releases = [quarterContents(), fresh, { ...fresh, period: '2026-Q3' }] as const

  it('of an area’s count extends to all counts of its register and group in the releases being prepared, also few', () => {
    expect(inBlocks(releases, 1, [position(1, 'areaFigures', 0)])).toEqual([
      position(1, 'areaFigures', 0),
      position(1, 'areaFigures', 2),
      position(2, 'areaFigures', 0),
      position(2, 'areaFigures', 2),
    ])
  })

  it('of a cell does not extend to area counts, nor the reverse', () => {
    const cell = position(0, 'hexes', 0)
    expect(inBlocks([yearContents()], 0, [cell])).toEqual([cell])
    expect(inBlocks([yearContents()], 0, [cell, position(0, 'areaFigures', 1)])).toEqual([
      cell,
      position(0, 'areaFigures', 0),
      position(0, 'areaFigures', 1),
    ])
  })
})
