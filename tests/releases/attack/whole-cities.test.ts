import { describe, expect, it } from 'vitest'
import type { PlaceContents, PublicContents, ReleasePeriod } from '../../../server/releases/release.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { CHICAGO, chicagoSnapshot } from '../../support/cities/chicago-city.ts'
import { demoSnapshot, releaseComputerOf } from '../../support/cities/release-city.ts'
import { describeWithSharedData } from '../../support/shared-data.ts'

const DAY_MS = 86_400_000
const FOUR_WEEKS_MS = 28 * DAY_MS
/** Enough of the last releases to know which weeks come next. */
const MAX_PLACES = 17

/** All quarters of some years and the years themselves. */
function periodsOf(years: readonly number[]): readonly ReleasePeriod[] {
  return years.flatMap((year) => [`${year}-Q1`, `${year}-Q2`, `${year}-Q3`, `${year}-Q4`, `${year}`] as const)
}

/** A city on the day that a test says it is. */
function cityOn(snapshot: Snapshot, day: { today: string }) {
  return releaseComputerOf(snapshot, { today: () => day.today })
}

/** The releases of a city's places in a year, four weeks after four weeks as they fall due. */
async function placesIn(snapshot: Snapshot, year: number): Promise<readonly PlaceContents[]> {
  const disclosed: PlaceContents[] = []
  const day = { today: '' }
  const computer = cityOn(snapshot, day)
  for (let now = Date.UTC(year, 1, 1); now < Date.UTC(year + 1, 1, 15); now += FOUR_WEEKS_MS) {
    day.today = new Date(now).toISOString()
    const due = await computer.prepareDuePlaces(disclosed.slice(-MAX_PLACES))
    disclosed.push(...due.map(({ contents }) => contents))
  }
  return disclosed
}

/** Public releases, each protected with earlier ones, then all attacked together. */
async function publishAndAttack(
  snapshot: Snapshot,
  places: readonly PlaceContents[],
  periods: readonly ReleasePeriod[],
) {
  const computer = cityOn(snapshot, { today: '2029-01-01' })
  const disclosed: PublicContents[] = []
  for (const period of periods) disclosed.push((await computer.preparePublic(period, disclosed, [])).contents)
  return { ...(await computer.attack([...places, ...disclosed])), disclosures: disclosed }
}

/** Number of figures by statistical area, and of hidden ones. */
function statisticalIn(releases: readonly PublicContents[]) {
  const counts = releases.flatMap(({ statistical }) => statistical?.figures ?? []).map(({ count }) => count)
  return { figures: counts.length, withheld: counts.filter((count) => count === 'withheld').length }
}

/** Half a minute of work, which a machine with other work may stretch. */
const LONG_MS = 600_000

describe('Exempelstad', () => {
  it(
    'releases all quarters, years and places without disclosing a hidden figure',
    async () => {
      const snapshot = demoSnapshot(72_000)
      const places = await placesIn(snapshot, 2025)
      const periods = [...periodsOf([2024, 2025]), '2026-Q1', '2026-Q2', '2026-Q3'] as const
      const report = await publishAndAttack(snapshot, places, periods)
      expect(report.breaches).toEqual([])
      expect(places.length).toBeGreaterThanOrEqual(13 * 17)
      expect(report.hidden).toBeGreaterThan(4000)
      expect(report.constraints).toBeGreaterThan(4000)
      const { figures, withheld } = statisticalIn(report.disclosures)
      expect(figures).toBeGreaterThan(600)
      expect(withheld).toBeLessThan(figures / 50)
    },
    LONG_MS,
  )
})

describeWithSharedData('Chicago', [CHICAGO], () => {
  it(
    'releases three years of quarters, years and overlapping places without disclosing a hidden figure',
    async () => {
      const snapshot = await chicagoSnapshot()
      const places = await placesIn(snapshot, 2018)
      const report = await publishAndAttack(snapshot, places, periodsOf([2017, 2018, 2019]))
      expect(report.breaches).toEqual([])
      expect(places.length).toBeGreaterThanOrEqual(13 * 5)
      expect(report.hidden).toBeGreaterThan(20_000)
      const { figures, withheld } = statisticalIn(report.disclosures)
      expect(figures).toBeGreaterThan(10_000)
      expect(withheld).toBeLessThan(figures / 50)
    },
    LONG_MS,
  )
})
