import { area, intersect, featureCollection, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { cellCorners } from '../../../server/engine/lattice/lattice.ts'
import type { ShownCount } from '../../../server/engine/disclosure/rounding.ts'
import type { EarlierDocument } from '../../../server/releases/earlier-document.ts'
import { spanOfPeriod } from '../../../server/releases/computation/periods.ts'
import type { PublicContents } from '../../../server/releases/release.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { rectangle } from '../../support/cities/rectangle.ts'
import { releaseComputerOf } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, strips, X, Y } from '../../support/cities/small-city.ts'

const TODAY = '2025-12-31T12:00:00Z'
/** Three statistical areas in the western district, wide enough to hold cells; none in the eastern one. */
const STRIPS = strips([800, 800, 800], [900, 1000, 1100])
const GROUP = 'property'

type Point = readonly [x: number, y: number]

async function yearOf(
  thefts: readonly Point[],
  earlier: readonly EarlierDocument[] = [],
): Promise<PublicContents> {
  const rows = thefts.map((at) => rowAt({ at, day: '2024-02-10' }))
  const computer = releaseComputerOf(smallCity(rows, { areas: STRIPS }), { today: TODAY })
  return (await computer.preparePublic('2024', [], earlier)).contents
}

const cellsOf = ({ hexes }: PublicContents) =>
  hexes.filter(({ group }) => group === GROUP).map(({ i, j }) => `${i},${j}`)

/** The figures of each statistical area, by key. */
const figuresOf = ({ statistical }: PublicContents) =>
  new Map(
    statistical!.figures.filter(({ group }) => group === GROUP).map(({ area: key, count }) => [key, count]),
  )

const upperOf = (count: ShownCount | undefined) =>
  typeof count === 'number' ? count + 2 : count === 'few' ? 4 : Infinity

/** Planar metres as if they were a hundred-thousandth of a degree, at the equator, for Turf. */
const onGlobe = (ring: readonly (readonly number[])[]) =>
  polygon([ring.map(([x, y]) => [(x! - X) / 111_195, (y! - Y) / 111_195])])

/**
 * The largest count that the figures by statistical area leave a cell, by Turf and not by the release; null where the cell only
 * grazes an area, for the attack looks at points 25 m apart.
 */
function roomOf(cell: string, contents: PublicContents): number | null {
  const [i, j] = cell.split(',').map(Number) as [number, number]
  const corners = cellCorners({ i, j }, 400)
  const hexagon = onGlobe([...corners, corners[0]!])
  const whole = area(hexagon)
  const parts = contents.statistical!.areas.map(({ key, planar }) => {
    const common = intersect(featureCollection([hexagon, onGlobe((planar as Polygon).coordinates[0]!)]))
    return { key, share: common === null ? 0 : area(common) / whole }
  })
  const outside = 1 - parts.reduce((sum, { share }) => sum + share, 0)
  if ([outside, ...parts.map(({ share }) => share)].some((share) => share > 1e-6 && share < 0.01)) return null
  if (outside > 1e-6) return Infinity
  const figures = figuresOf(contents)
  return parts.reduce((sum, { key, share }) => (share > 1e-6 ? sum + upperOf(figures.get(key)) : sum), 0)
}

const everywhere = async () => {
  const document: EarlierDocument = {
    footprint: rectangle(X - 100, Y - 100, 2600, 2600),
    reachMetres: 0,
    fromMinute: YEAR[0],
    toMinute: YEAR[1],
    groups: [GROUP],
  }
  return yearOf([], [document])
}
const YEAR = spanOfPeriod('2024', createZone('Europe/Stockholm'))

describe('a cell that the figures of its statistical areas exclude from being shown', () => {
  it('is left out of the hex layer, and no area is hidden for it', async () => {
    const contents = await yearOf([])
    expect([...figuresOf(contents).values()]).toEqual(['few', 'few', 'few'])
    const all = cellsOf(await everywhere())
    const leftOut = all.filter((cell) => !cellsOf(contents).includes(cell))
    expect(leftOut.length).toBeGreaterThan(5)
    expect(leftOut.every((cell) => roomOf(cell, contents)! <= 9)).toBe(true)
  })

  it('is in the hex layer as not shown where one of its areas is hidden', async () => {
    const contents = await everywhere()
    expect([...figuresOf(contents).values()]).toEqual(['withheld', 'withheld', 'withheld'])
    const bands = contents.hexes.filter(({ group }) => group === GROUP).map(({ band }) => band)
    expect(new Set(bands)).toEqual(new Set(['not-shown']))
  })

  it('is determined by the released figures of areas only, not by positions', async () => {
    const all = cellsOf(await everywhere())
    const point = fc.tuple(fc.integer({ min: 0, max: 2399 }), fc.integer({ min: 0, max: 2399 }))
    const heights = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 2399 }), { minLength: length, maxLength: length })
    const twoCities = fc
      .array(point, { maxLength: 40 })
      .chain((one) =>
        heights(one.length).map((ys) => ({ one, other: one.map(([x], k): Point => [x, ys[k]!]) })),
      )
    const same: boolean[] = []
    await fc.assert(
      fc.asyncProperty(twoCities, async ({ one, other }) => {
        const [first, second] = [await yearOf(one), await yearOf(other)]
        for (const contents of [first, second]) {
          const disclosed = new Set(cellsOf(contents))
          for (const cell of all) {
            const room = roomOf(cell, contents)
            if (room !== null) expect([cell, disclosed.has(cell)]).toEqual([cell, room > 9])
          }
        }
        const isSame = JSON.stringify([...figuresOf(first)]) === JSON.stringify([...figuresOf(second)])
        same.push(isSame)
        if (isSame) expect(cellsOf(first)).toEqual(cellsOf(second))
      }),
      { numRuns: 15, seed: 2024 },
    )
    expect(same.filter(Boolean).length).toBeGreaterThan(5)
  }, 120_000)
})
