import { beforeAll, describe, expect, it } from 'vitest'
import { sharedDemoCity } from '../../support/cities/demo-city.ts'
import { ordinaryGroupOf } from '../../../server/engine/disclosure/incident-subjects.ts'
import { planeAtoms } from '../../../server/engine/disclosure/plane-atoms.ts'
import { rangeOfShown, shownCount } from '../../../server/engine/disclosure/shown-count.ts'
import { openSumSolver, type SumSolver } from '../../../server/engine/disclosure/sum-solver.ts'
import { type PlanarPolygon, planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../../../server/engine/geometry/planar/zone-locator.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { attackFigures } from '../../../server/releases/computation/attack.ts'
import { type MinuteSpan, spanOfPeriod } from '../../../server/releases/computation/periods.ts'
import type { PublishedFigure } from '../../../server/releases/computation/published-figure.ts'
import { publishedFigures } from '../../../server/releases/computation/published-figures.ts'
import type { EarlierDocument } from '../../../server/releases/earlier-document.ts'
import type { PublicContents } from '../../../server/releases/release.ts'
import { rectangle } from '../../support/cities/rectangle.ts'
import { demoSnapshot, releaseComputerOf, repeated } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, strips, X, Y } from '../../support/cities/small-city.ts'

const ZONE = createZone('Europe/Stockholm')
const TODAY = '2026-11-15'
const RINGS = [100, 250]
const GROUP = 'property'

/** An early document: counts of property crime in its footprint and rings, with the counted rows. */
interface Disclosed {
  readonly document: EarlierDocument
  readonly polygon: PlanarPolygon
  readonly counts: readonly number[]
}

function disclose(
  footprint: EarlierDocument['footprint'],
  span: MinuteSpan,
  counts: readonly number[],
): Disclosed {
  const [fromMinute, toMinute] = span
  const reachMetres = RINGS[counts.length - 2] ?? 0
  return {
    document: { footprint, reachMetres, fromMinute, toMinute, groups: [GROUP] },
    polygon: planarPolygon(footprint),
    counts,
  }
}

/** The breaches found in releases and documents together. */
function breachesOf(
  solver: SumSolver,
  releases: readonly PublicContents[],
  documents: readonly Disclosed[],
): readonly string[] {
  const { figures, regions } = publishedFigures({ releases, given: [], zone: ZONE })
  const all = [...regions]
  const disclosed = documents.flatMap(({ document, polygon, counts }, at) =>
    counts.map((count, k): PublishedFigure => {
      const [fromMetres, toMetres] = k === 0 ? [0, 0] : [RINGS[k - 2] ?? 0, RINGS[k - 1]!]
      const shown = shownCount(count)
      return {
        name: `document ${at}, ${fromMetres}–${toMetres} m`,
        where: `document ${at}`,
        counts: 'area',
        register: 'police',
        group: GROUP,
        region: all.push({ kind: 'zone', polygon, fromMetres, toMetres }) - 1,
        span: [document.fromMinute, document.toMinute],
        part: null,
        ...rangeOfShown(shown),
        hidden: shown === 'few' ? { maxValue: 4, orAbove: false } : null,
        price: Infinity,
        at: { release: -1, list: 'unreleased', index: at },
      }
    }),
  )
  const own = figures.filter(({ register, group }) => register === 'police' && group === GROUP)
  const attacked = attackFigures([...own, ...disclosed], planeAtoms(all, 400, 25), solver, {
    freshFrom: 0,
    hide: 'nothing',
  })
  return attacked.report.breaches.map(({ figure }) => figure)
}

let solver: SumSolver
beforeAll(async () => {
  solver = await openSumSolver({ secondsEach: 20 })
})

describe('a statistical area that overlaps the region of an early document', () => {
  const YEAR = spanOfPeriod('2024', ZONE)
  const at = (x: number, count: number) => repeated(count, rowAt({ at: [x, 1000], day: '2024-02-10' }))
  /** Fifteen thefts in the west, twelve of them on a site there and three round it. */
  const snapshot = smallCity([...at(300, 12), ...at(20, 3), ...at(1000, 30), ...at(2000, 40)], {
    areas: strips([600, 900, 900], [900, 900, 900]),
  })
  const site = rectangle(X + 50, Y - 200, 500, 2800)
  const document = disclose(site, YEAR, [12, 3])
  const computer = releaseComputerOf(snapshot, { today: TODAY })
  const release = async (earlier: readonly EarlierDocument[]) =>
    (await computer.preparePublic('2024', [], earlier)).contents
  const westOf = ({ statistical }: PublicContents) => {
    const { key } = statistical!.areas.find(({ areaIds }) => areaIds.includes(20))!
    return statistical!.figures.find(({ area, group }) => area === key && group === GROUP)!.count
  }

  it('is not shown in that group, and the document’s hidden count keeps all its values', async () => {
    const open = await release([])
    expect(westOf(open)).toBe(15)
    expect(breachesOf(solver, [open], [document])).toContain('document 0, 0–100 m')
    const kept = await release([document.document])
    expect(westOf(kept)).toBe('withheld')
    expect(breachesOf(solver, [kept], [document])).toEqual([])
  })

  it('is shown where the document has another time, group or region', async () => {
    const { fromMinute, toMinute } = document.document
    const [before, after] = [2 * fromMinute - toMinute, 2 * toMinute - fromMinute]
    const others: readonly Partial<EarlierDocument>[] = [
      { fromMinute: before, toMinute: fromMinute },
      { fromMinute: toMinute, toMinute: after },
      { groups: ['order'] },
      { footprint: rectangle(X + 3000, Y + 300, 400, 400) },
    ]
    for (const other of others) expect(westOf(await release([{ ...document.document, ...other }]))).toBe(15)
  })
})

describe('Exempelstad with early documents', () => {
  const INCIDENTS = 36_000
  const PERIODS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024'] as const

  it('releases its years without disclosing a hidden figure of releases or documents', async () => {
    const city = sharedDemoCity(INCIDENTS)
    const snapshot = demoSnapshot(INCIDENTS)
    const span = spanOfPeriod('2024', ZONE)
    const documents = city.proposals.map(({ planar }) =>
      disclose(planar, span, countsOf(planar, span, city.incidents)),
    )
    const computer = releaseComputerOf(snapshot, { today: TODAY })
    const earlier = documents.map(({ document }) => document)
    const kept: PublicContents[] = []
    for (const period of PERIODS) kept.push((await computer.preparePublic(period, kept, earlier)).contents)
    const hidden = kept.flatMap(({ statistical }) =>
      (statistical?.figures ?? []).filter(({ count }) => count === 'withheld'),
    )
    expect(hidden.length).toBeGreaterThan(5)
    expect(breachesOf(solver, kept, documents)).toEqual([])
  }, 300_000)
})

/** Ordinary property crime of the police’s on a site and in its rings. */
function countsOf(
  footprint: EarlierDocument['footprint'],
  [from, to]: MinuteSpan,
  incidents: readonly IncidentContent[],
): readonly number[] {
  const locator = createZoneLocator(planarPolygon(footprint), RINGS)
  const counts = Array.from({ length: locator.zones }, () => 0)
  for (const row of incidents) {
    const { sourceId, fromMinute, categoryIndex, flags, settingCode, precisionCode, xCm, yCm } = row
    if (sourceId !== 'polisen' || fromMinute < from || fromMinute >= to || precisionCode > 1) continue
    if (ordinaryGroupOf(categoryIndex, flags, settingCode) !== GROUP) continue
    const zone = locator.zoneAt(xCm, yCm)
    if (zone >= 0) counts[zone]! += 1
  }
  return counts
}
