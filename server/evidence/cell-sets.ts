import { DomainError } from '../engine/errors.ts'
import { canonicalJson, sha256Hex } from '../engine/hashes/canonical-json.ts'
import { CATEGORY_GROUPS, type CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { fromLocal, type Zone } from '../engine/time/zone.ts'
import type { CheckService, CountEvidence, Evidence } from '../checks/index.ts'
import type { Audience } from '../platform/access/audience.ts'
import { hasRight } from '../platform/access/rights.ts'
import { isOpenToBoard, mayReadSource } from '../platform/access/source-access.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'

/** A group of incidents in the cells of 50 m of an area, over whole closed months or quarters. */
export interface CellSet {
  readonly group: CategoryGroupCode
  /** The first and the last day. */
  readonly from: string
  readonly to: string
  readonly count: number
  readonly cells: number
  /** Ids of the sources that are counted. */
  readonly sources: readonly string[]
  /** Titles of those that are left out, because they are not open to whoever counts. */
  readonly leftOut: readonly string[]
  /** SHA-256 of the area's outline. */
  readonly outline: string
}

/** Sets of cells that staff may point at: counted as a check counts the area, within the limits of the audience. */
export interface CellSets {
  /** Of days that a period touches, or of the last twelve months; none where the audience may not check the area. */
  of(audience: Audience, areaId: number, days?: Pick<CellSet, 'from' | 'to'>): Promise<readonly CellSet[]>
  mayRead(audience: Audience, sources: readonly string[]): boolean
  /** Titles of sources among some that are not open to the audience's organisation. */
  closedTo(audience: Audience, sources: readonly string[]): readonly string[]
  /** Null once the area is gone. */
  outlineOf(areaId: number): string | null
}

interface Deps {
  readonly checks: Pick<CheckService, 'check'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly zone: Zone
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
/** A check has no figures for these: no source is open, no month has closed, the area is too large. */
const WITHOUT_FIGURES = ['forbidden', 'unprocessable', 'invalid-geometry']

/** @param checks by which an area is counted */
export function createCellSets({ checks, snapshots, zone }: Deps): CellSets {
  const read = <T>(look: (layers: Snapshot['layers']) => T): T => {
    const { snapshot, release } = snapshots.acquire()
    release()
    return look(snapshot.layers)
  }
  const areaOf = (id: number) => read((layers) => layers.features('areas').find((area) => area.id === id))
  const minuteOf = (day: string, days = 0) => {
    const [year, month, date] = day.split('-').map(Number)
    return fromLocal(zone, year!, month!, date! + days)
  }
  const dayOf = (instant: string, minutes = 0) =>
    formatLocal(Date.parse(instant) / MINUTE_MS - minutes, zone).slice(0, 10)

  async function of(audience: Audience, areaId: number, days?: Pick<CellSet, 'from' | 'to'>) {
    const area = areaOf(areaId)
    if (area === undefined || !hasRight(audience, 'checks.run')) return []
    const period =
      days === undefined
        ? { fromMinute: null, toMinute: null }
        : { fromMinute: minuteOf(days.from), toMinute: minuteOf(days.to, 1) }
    const request = { geometry: area.geometry, ...period, ringMetres: null, edgeMetres: null }
    const { evidence } = await checks.check({ ...request, proposalId: null }, asLimited(audience))
    const { leftOut: closed = [] } = evidence.provenance.query
    const leftOut = read(({ sources }) => sources.filter(({ id }) => closed.includes(id))).map(
      ({ title }) => title,
    )
    const outline = outlineHash(area.geometry)
    return setsOf(evidence).map(({ group, count, counted: { from, to }, ...rest }) => {
      return { group, from: dayOf(from), to: dayOf(to, DAY_MINUTES), count, ...rest, leftOut, outline }
    })
  }

  return {
    of: (audience, areaId, days) =>
      of(audience, areaId, days).catch((error: unknown) => {
        if (error instanceof DomainError && WITHOUT_FIGURES.includes(error.code)) return []
        throw error
      }),
    mayRead(audience, ids) {
      if (!hasRight(audience, 'checks.run')) return false
      const counted = read(({ sources }) => sources.filter(({ id }) => ids.includes(id)))
      return counted.every((source) => mayReadSource(audience, source))
    },
    closedTo: (audience, ids) =>
      read(({ sources }) =>
        sources.filter((source) => ids.includes(source.id) && !isOpenToBoard(audience, source)),
      ).map(({ title }) => title),
    outlineOf(areaId) {
      const area = areaOf(areaId)
      return area === undefined ? null : outlineHash(area.geometry)
    },
  }
}

/** Analysts point at what planners and coordinators may read too. */
function asLimited(audience: Audience): Audience {
  return audience.role === 'analyst' ? { ...audience, role: 'planner' } : audience
}

function outlineHash(geometry: object): string {
  return sha256Hex(canonicalJson(geometry))
}

/** The counts of an area's own cells by group, where something is counted. */
function setsOf({ counts, periods = [], zones, provenance }: Evidence) {
  const cells = zones[0]?.cells?.length ?? 0
  const sources = provenance.sources.map(({ id }) => id)
  const periodOf = (count: CountEvidence) => periods.find(({ per }) => per === count.per)
  return counts.flatMap((one) => {
    const group = CATEGORY_GROUPS.find(({ code }) => code === one.group)?.code
    const counted = periodOf(one)
    if (one.zone !== 0 || group === undefined || counted === undefined || !counted.covered) return []
    return [{ group, count: one.count, counted, cells, sources }]
  })
}
