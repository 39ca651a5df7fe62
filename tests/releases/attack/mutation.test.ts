import { beforeAll, describe, expect, it } from 'vitest'
import { planeAtoms } from '../../../server/engine/disclosure/plane-atoms.ts'
import { rangeOfShown, shownCount } from '../../../server/engine/disclosure/shown-count.ts'
import { openSumSolver, type SumSolver } from '../../../server/engine/disclosure/sum-solver.ts'
import { giStar, spreadOf } from '../../../server/engine/statistics/gi-star.ts'
import { cellAt, neighboursOf } from '../../../server/engine/lattice/lattice.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { CATEGORIES } from '../../../server/engine/snapshot/categories.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { sharedDemoCity } from '../../support/cities/demo-city.ts'
import { attackFigures } from '../../../server/releases/computation/attack.ts'
import { type MinuteSpan, spanOfPeriod } from '../../../server/releases/computation/periods.ts'
import type { PublishedFigure } from '../../../server/releases/computation/published-figure.ts'
import { poissonNumber } from '../../support/cities/hex-city.ts'

const ZONE = createZone('Europe/Stockholm')
const EDGE = 200
const QUARTERS = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] as const

/** Property crime of the demo by 400 m cell and quarter: the true counts behind careless releases. */
interface Truth {
  readonly cells: readonly { readonly i: number; readonly j: number; readonly counts: readonly number[] }[]
}

function demoTruth(): Truth {
  const spans = QUARTERS.map((quarter) => spanOfPeriod(quarter, ZONE))
  const cells = new Map<string, { i: number; j: number; counts: number[] }>()
  for (const { xCm, yCm, fromMinute, categoryIndex } of sharedDemoCity(24_000).incidents) {
    const quarter = spans.findIndex(([from, to]) => fromMinute >= from && fromMinute < to)
    if (CATEGORIES[categoryIndex]!.group !== 'property' || quarter < 0) continue
    const { i, j } = cellAt(xCm / 100, yCm / 100, EDGE)
    const cell = cells.get(`${i},${j}`) ?? { i, j, counts: [0, 0, 0, 0] }
    cell.counts[quarter]! += 1
    cells.set(`${i},${j}`, cell)
  }
  return { cells: [...cells.values()] }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/**
 * A release by cell and quarter, with totals by cell and year and for the city by quarter, with counts formatted by
 * `tell`.
 */
function release(
  { cells }: Truth,
  tell: (count: number, isTotal: boolean) => Pick<PublishedFigure, 'low' | 'high' | 'hidden'>,
) {
  const figure = (
    name: string,
    region: number,
    span: MinuteSpan,
    count: number,
    isTotal: boolean,
  ): PublishedFigure => ({
    name,
    where: 'west',
    counts: 'area',
    register: 'police',
    group: 'property',
    region,
    span,
    part: null,
    price: 1,
    at: { release: 0, list: 'areaFigures', index: 0 },
    ...tell(count, isTotal),
  })
  const regions = cells.map(({ i, j }) => ({ kind: 'cell', i, j }) as const)
  const plane = planeAtoms(regions, EDGE, 100).map((atom) => [...atom, cells.length])
  const byQuarter = QUARTERS.map((quarter) => spanOfPeriod(quarter, ZONE))
  const figures = [
    ...cells.flatMap(({ i, j, counts }, region) => [
      ...counts.map((count, q) => figure(`${i},${j} ${QUARTERS[q]}`, region, byQuarter[q]!, count, false)),
      figure(`${i},${j} 2025`, region, spanOfPeriod('2025', ZONE), sum(counts), true),
    ]),
    ...QUARTERS.map((quarter, q) =>
      figure(
        `city ${quarter}`,
        cells.length,
        byQuarter[q]!,
        sum(cells.map(({ counts }) => counts[q]!)),
        true,
      ),
    ),
  ]
  return { figures, plane }
}

const HIDDEN = { maxValue: 4, orAbove: false }

describe('the attack', () => {
  let solver: SumSolver
  let truth: Truth
  beforeAll(async () => {
    solver = await openSumSolver({ secondsEach: 20 })
    truth = demoTruth()
  })

  it('breaks a release that hides counts below five and has exact totals', () => {
    const { figures, plane } = release(truth, (count, isTotal) =>
      count < 5 && !isTotal ? { low: 0, high: 4, hidden: HIDDEN } : { low: count, high: count, hidden: null },
    )
    const { breaches } = attackFigures(figures, plane, solver, { freshFrom: 0, hide: 'nothing' }).report
    const found = new Map(breaches.map(({ figure, low, high }) => [figure, [low, high]]))
    const alone = truth.cells.filter(({ counts }) => counts.filter((count) => count < 5).length === 1)
    const recovered = alone.filter(({ i, j, counts }) => {
      const quarter = counts.findIndex((count) => count < 5)
      const [low, high] = found.get(`${i},${j} ${QUARTERS[quarter]}`) ?? [0, 4]
      return low === high && low === counts[quarter]
    })
    expect(alone.length).toBeGreaterThan(10)
    expect(recovered.length).toBeGreaterThan(alone.length / 2)
    for (const { i, j, counts } of truth.cells) {
      counts.forEach((count, q) => {
        const [low, high] = found.get(`${i},${j} ${QUARTERS[q]}`) ?? [0, 4]
        if (count < 5) expect([low! <= count, count <= high!]).toEqual([true, true])
      })
    }
  })

  it('breaks counts rounded one by one with rounded totals', () => {
    const { figures, plane } = release(truth, (count) => {
      const shown = shownCount(count)
      return { ...rangeOfShown(shown), hidden: shown === 'few' ? HIDDEN : null }
    })
    const { breaches } = attackFigures(figures, plane, solver, { freshFrom: 0, hide: 'nothing' }).report
    expect(breaches.filter(({ figure }) => !figure.startsWith('city')).length).toBeGreaterThan(0)
  })

  it('finds nothing in the same counts rounded one by one without totals', () => {
    const { figures, plane } = release(truth, (count, isTotal) => {
      if (isTotal) return { low: 0, high: Infinity, hidden: null }
      const shown = shownCount(count)
      return { ...rangeOfShown(shown), hidden: shown === 'few' ? HIDDEN : null }
    })
    const { breaches, hidden } = attackFigures(figures, plane, solver, {
      freshFrom: 0,
      hide: 'nothing',
    }).report
    expect(hidden).toBeGreaterThan(100)
    expect(breaches).toEqual([])
  })
})

describe('z at two decimals, with mean and standard deviation', () => {
  const SIDE = 40
  it('discloses every suppressed count of a map of 40 × 40 cells', async () => {
    const random = seededRandom(7)
    const counts = Array.from({ length: SIDE * SIDE }, () => poissonNumber(3, random))
    const indexOf = (i: number, j: number) => (i < 0 || j < 0 || i >= SIDE || j >= SIDE ? -1 : i * SIDE + j)
    const around = counts.map((_, at) => {
      const cell = { i: Math.floor(at / SIDE), j: at % SIDE }
      return [at, ...neighboursOf(cell).map(({ i, j }) => indexOf(i, j))].filter((index) => index >= 0)
    })
    const spread = spreadOf(counts)
    const disclosed = around.map((ring) =>
      Number(giStar(sum(ring.map((at) => counts[at]!)), ring.length, spread).toFixed(2)),
    )

    // The attacker turns z back into the sum of a neighbourhood: a whole number, so two decimals are enough.
    const { n, mean, sd } = spread
    const sums = disclosed.map((z, at) => {
      const w = around[at]!.length
      return Math.round(z * sd * Math.sqrt((n * w - w * w) / (n - 1)) + w * mean)
    })
    const visible = counts.flatMap((count, at) => (count < 5 ? [] : [at]))
    const known = [...sums, ...visible.map((at) => counts[at]!)]
    const anyHalf = counts.flatMap((count, at) => (count < 5 && random() < 0.5 ? [at] : []))
    const system = {
      atoms: counts.length,
      sums: [...around, ...visible.map((at) => [at]), anyHalf].map((plus) => ({ plus, minus: [] })),
      low: Float64Array.from([...known, 0]),
      high: Float64Array.from([...known, Infinity]),
    }
    const solver = await openSumSolver({ secondsEach: 60 })
    const everything = { atoms: counts.map((_, at) => at), sums: system.sums.map((_, at) => at) }
    const found = (sense: 'least' | 'most') => {
      const aim = { sum: known.length, sense, cap: sense === 'least' ? 0 : counts.length * 4 }
      const response = solver.solve(system, { ...everything, aim })
      return response.status === 'solved' ? [...response.values] : response.status
    }
    // Whatever is aimed at, the same solution comes out: there is no other, and it is the truth.
    expect(found('most')).toEqual(counts)
    expect(found('least')).toEqual(counts)
    expect(visible.length).toBeLessThan(counts.length / 3)
  })
})
