import type { Cell } from '../../server/engine/statistics/surface-types.ts'
import { type MonthRange, monthStart } from '../../server/engine/time/months.ts'
import type { Zone } from '../../server/engine/time/zone.ts'
import type { SiteUnits } from '../../server/engine/units/site-units.ts'
import { type BenchRow, median, timed } from './bench.ts'
import type { BenchCity } from './bench-snapshot.ts'
import { openSitePeers, type SitePeer, type SiteQuestion } from './unit-sql.ts'

/** How many times faster than SQL sums are to be. */
const MIN_RATIO = 20

interface Summed {
  readonly size: number
  readonly sites: readonly SiteUnits[]
  readonly last: number
  readonly zone: Zone
  /** Our sums over cells and months, by category. */
  readonly sum: (cells: readonly Cell[], months: MonthRange) => Float64Array
}

/** Sums of units beside the same from rows in PostGIS: both sides must count the same, or the comparison is worth nothing. */
export async function sumsComparedWithSql(
  databaseUrl: string | null,
  bench: BenchCity,
  { size, sites, last, zone, sum }: Summed,
): Promise<readonly BenchRow[]> {
  const years = [24, 12].map((back) => ({ first: last - back + 1, last: last - back + 12 }))
  const borders = [last - 23, last - 11, last + 1].map((month) => monthStart(zone, month))
  const questions = sites.map(
    ({ site, rings }): SiteQuestion => ({
      zones: [site, ...rings],
      borders: borders as [number, number, number],
    }),
  )
  const ours = median(await timed(5 * sites.length, (k) => oursOf(sum, questions[k % sites.length]!, years)))
  const row = {
    work: 'sums of a site of 5 ha and two rings, 17 categories, 2 years',
    size,
    ours: `${ours.toFixed(3)} ms`,
  }
  if (databaseUrl === null) return [{ ...row, peer: '', peerName: '', ratio: null, target: null }]
  const { peers, drop } = await openSitePeers(databaseUrl, bench)
  try {
    const rows: BenchRow[] = []
    for (const { name, request } of peers) {
      for (const question of questions)
        sameCounts(oursOf(sum, question, years), await request(question), name)
      const theirs = median(await timed(5 * sites.length, (k) => request(questions[k % sites.length]!)))
      rows.push({
        ...row,
        peer: `${theirs.toFixed(2)} ms`,
        peerName: name,
        ratio: theirs / ours,
        target: size >= 1_000_000 ? MIN_RATIO : null,
      })
    }
    return rows
  } finally {
    await drop()
  }
}

/** By year, zone and category. */
function oursOf(sum: Summed['sum'], { zones }: SiteQuestion, years: readonly MonthRange[]) {
  return years.map((months) => zones.map((cells) => sum(cells, months)))
}

function sameCounts(
  ours: ReturnType<typeof oursOf>,
  theirs: Awaited<ReturnType<SitePeer['request']>>,
  name: string,
): void {
  for (const [period, zones] of ours.entries())
    for (const [zone, counts] of zones.entries())
      for (const [category, count] of counts.entries()) {
        const other = theirs.get(`${zone} ${period} ${category}`) ?? 0
        if (other !== count) throw new Error(`${name}: ${other} and ${count} in zone ${zone}`)
      }
}
