import type { IncidentInput, IncidentOutput, IncidentPatch } from './contract.ts'
import type { Audience } from '../platform/access/audience.ts'
import { mayReadSource, openSources } from '../platform/access/source-access.ts'
import type { Clock } from '../platform/clock.ts'
import { DomainError, type FieldProblem, notFound } from '../engine/errors.ts'
import type { StoredIncident } from '../engine/snapshot/incident.ts'
import { showWrite } from '../platform/feed/after-write.ts'
import { envelopeOf, type GeographicBox, isInside } from '../engine/projection/geographic-box.ts'
import { corrected, type Place, toContent, toOutput } from './incident-content.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { HashedIncident, IncidentPageQuery, IncidentRepository } from './repository.ts'
import { keptFromMinute, type SourceRepository } from '../sources/index.ts'

/** A request for a page of incidents; the box is WGS 84. */
export interface IncidentPageRequest extends Omit<IncidentPageQuery, 'envelope' | 'closedSourceIds'> {
  readonly bbox: GeographicBox | null
}

/** Single incidents, for analysts only, and of the sources that are open to their organisation. */
export interface IncidentService {
  /** All of them or none. @returns their ids in the order given */
  create(audience: Audience, inputs: readonly IncidentInput[]): Promise<readonly number[]>
  page(
    audience: Audience,
    request: IncidentPageRequest,
  ): Promise<{ readonly items: readonly IncidentOutput[]; readonly next: number | null }>
  /** @throws DomainError `not-found`, worded alike for a missing incident and one of a closed source */
  find(audience: Audience, id: number): Promise<IncidentOutput>
  revisions(audience: Audience, id: number): Promise<readonly IncidentOutput[]>
  correct(audience: Audience, id: number, revision: number, patch: IncidentPatch): Promise<IncidentOutput>
  retract(audience: Audience, id: number, revision: number | null, reason: string): Promise<void>
}

interface Deps extends Place {
  readonly incidents: IncidentRepository
  readonly sources: SourceRepository
  readonly snapshots: SnapshotStore
  readonly clock: Clock
}

/** The service of single incidents. */
export function createIncidentService({
  incidents,
  sources,
  snapshots,
  clock,
  ...place
}: Deps): IncidentService {
  const closedTo = async (audience: Audience): Promise<readonly string[]> =>
    (await sources.list()).flatMap((source) => (mayReadSource(audience, source) ? [] : [source.id]))
  const find = async (audience: Audience, id: number): Promise<StoredIncident> => {
    const [stored, closed] = await Promise.all([incidents.find(id), closedTo(audience)])
    if (stored === null || closed.includes(stored.sourceId)) throw notFound('incident', id)
    return stored
  }
  return {
    async create(audience, inputs) {
      const prefixed = inputs.length > 1
      const rows = inputs.map((input, n) => toContent(input, place, prefixed ? `${n}.` : ''))
      refuseRepeats(rows)
      openSources(audience, [...new Set(rows.map(({ sourceId }) => sourceId))], await sources.list())
      await refuseBySource(rows, (id) => sources.find(id), clock)
      const ids = await incidents.insert(rows)
      await showWrite(snapshots)
      return ids
    },
    async page(audience, { bbox, ...query }) {
      const envelope = bbox === null ? null : envelopeOf(bbox, place.projection)
      const rows = await incidents.page({ ...query, envelope, closedSourceIds: await closedTo(audience) })
      const items = rows.map((row) => toOutput(row, place))
      return {
        items: bbox === null ? items : items.filter(({ lon, lat }) => isInside(bbox, lon, lat)),
        next: rows.length < query.limit ? null : rows.at(-1)!.id,
      }
    },
    async find(audience, id) {
      return toOutput(await find(audience, id), place)
    },
    async revisions(audience, id) {
      await find(audience, id)
      const closed = await closedTo(audience)
      const states = await incidents.revisions(id)
      return states.filter(({ sourceId }) => !closed.includes(sourceId)).map((row) => toOutput(row, place))
    },
    async correct(audience, id, revision, patch) {
      const stored = await find(audience, id)
      if (stored.revision !== revision)
        throw new DomainError('precondition-failed', `Incident ${id} is at revision ${stored.revision}.`)
      const content = corrected(stored, patch, place)
      await refuseBySource([content], (source) => sources.find(source), clock)
      const updated = await incidents.update(id, revision, content)
      await showWrite(snapshots)
      return toOutput(updated, place)
    },
    async retract(audience, id, revision, reason) {
      await find(audience, id)
      await incidents.retract(id, revision, reason)
      await showWrite(snapshots)
    },
  }
}

/** Refuses a list in which an identity occurs twice. */
function refuseRepeats(rows: readonly HashedIncident[]): void {
  const seen = new Set<string>()
  for (const [n, row] of rows.entries()) {
    const identity = JSON.stringify([row.sourceId, row.externalId])
    if (seen.has(identity))
      throw invalidBody({
        field: `${n}.externalId`,
        value: row.externalId,
        rule: 'stands twice in this list',
      })
    seen.add(identity)
  }
}

/** Refuses rows without a declared source, and rows past retention, which the purge would erase at once. */
async function refuseBySource(
  rows: readonly HashedIncident[],
  find: SourceRepository['find'],
  clock: Clock,
): Promise<void> {
  const keptFrom = new Map<string, number>()
  for (const id of new Set(rows.map((row) => row.sourceId))) {
    const source = await find(id)
    if (source === null)
      throw invalidBody({ field: 'source', value: id, rule: 'must be declared first: POST /api/sources' })
    keptFrom.set(id, keptFromMinute(source.retentionDays, clock.nowMs()))
  }
  const past = rows.findIndex(({ sourceId, toMinute }) => toMinute < keptFrom.get(sourceId)!)
  if (past === -1) return
  const rule = 'must not be over for longer than the source keeps incidents (past-retention)'
  throw invalidBody({ field: rows.length > 1 ? `${past}.to` : 'to', rule })
}

function invalidBody(problem: FieldProblem): DomainError {
  return new DomainError('invalid-body', `${problem.field}: ${problem.rule}`, { problems: [problem] })
}
