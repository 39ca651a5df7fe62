import { describe, expect, it } from 'vitest'
import type { PlaceContents, ReleaseContents, ReleasePeriod } from '../../server/domain/release.ts'
import type { Snapshot } from '../../server/snapshot/types.ts'
import { CHICAGO, chicagoSnapshot } from '../support/chicago-city.ts'
import { demoSnapshot, releaseComputerOf } from '../support/release-city.ts'
import { describeWithSharedData } from '../support/shared-data.ts'

const DAY_MS = 86_400_000
const FOUR_WEEKS_MS = 28 * DAY_MS

/** All quarters of some years and the years themselves. */
function periodsOf(years: readonly number[]): readonly ReleasePeriod[] {
  return years.flatMap((year) => [`${year}-Q1`, `${year}-Q2`, `${year}-Q3`, `${year}-Q4`, `${year}`] as const)
}

/**
 * Everything that a city tells in some years: its places as they fall due, then quarters and years, each protected
 * against what was told before it.
 */
async function everything(
  snapshot: Snapshot,
  years: readonly number[],
  besides: readonly ReleasePeriod[],
): Promise<{ readonly told: readonly ReleaseContents[]; readonly hiddenBesides: number }> {
  const places: PlaceContents[] = []
  const end = Date.UTC(years.at(-1)! + 1, 1, 1)
  for (let now = Date.UTC(years[0]!, 2, 1); now < end; now += FOUR_WEEKS_MS) {
    const computer = releaseComputerOf(snapshot, { today: new Date(now).toISOString() })
    const due = await computer.prepareDuePlaces(places.slice(-17), [])
    places.push(...due.map(({ contents }) => contents))
  }
  const told: ReleaseContents[] = [...places]
  let hiddenBesides = 0
  const computer = releaseComputerOf(snapshot, { today: '2029-01-01' })
  for (const period of [...periodsOf(years), ...besides]) {
    const { contents, attack } = await computer.preparePublic(period, told, [])
    hiddenBesides += attack.hiddenBesides
    told.push(contents)
  }
  return { told, hiddenBesides }
}

/** Attacks all of it at once and tells, for whoever reads the log, how much there was. */
async function attacked(snapshot: Snapshot, told: readonly ReleaseContents[]) {
  const began = performance.now()
  const report = await releaseComputerOf(snapshot, { today: '2029-01-01' }).attack(told, [])
  return { ...report, seconds: (performance.now() - began) / 1000 }
}

const LONG_MS = 240_000

describe('Exempelstad', () => {
  it(
    'tells of all its quarters, years and places, and nothing hidden can be worked out from all of it together',
    async () => {
      const snapshot = demoSnapshot(72_000)
      const { told } = await everything(snapshot, [2024, 2025], ['2026-Q1', '2026-Q2', '2026-Q3'])
      const report = await attacked(snapshot, told)
      expect(report.breaches).toEqual([])
      expect(told.filter(({ kind }) => kind === 'public')).toHaveLength(13)
      expect(told.filter(({ kind }) => kind === 'place').length).toBeGreaterThan(300)
      expect(report.hidden).toBeGreaterThan(5000)
      expect(report.constraints).toBeGreaterThan(5000)
    },
    LONG_MS,
  )
})

describeWithSharedData('Chicago', [CHICAGO], () => {
  it(
    'tells of three years of quarters, years and overlapping places, and nothing hidden can be worked out',
    async () => {
      const snapshot = await chicagoSnapshot()
      const { told } = await everything(snapshot, [2018, 2019], [])
      const report = await attacked(snapshot, told)
      expect(report.breaches).toEqual([])
      expect(report.hidden).toBeGreaterThan(15_000)
    },
    LONG_MS,
  )
})
