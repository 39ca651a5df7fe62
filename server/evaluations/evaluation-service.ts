import type { MultiPolygon, Polygon } from 'geojson'
import { DomainError } from '../engine/errors.ts'
import { canonicalJson, sha256Hex } from '../engine/hashes/canonical-json.ts'
import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { OPERATING, type Principal } from '../platform/access/principal.ts'
import type { PastLease } from '../platform/feed/as-of.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { UnitService } from '../units/index.ts'
import {
  type OrganisationNamed,
  requireOwnMark,
  type WorkAudience,
  type WorkItem,
  type WorkService,
} from '../work/index.ts'
import type { Audience } from '../platform/access/audience.ts'
import { isOpenToBoard, leftOutSources } from '../platform/access/source-access.ts'
import {
  type ComputeDeps,
  computeEvaluation,
  countedSources,
  type EvaluationQuestion,
} from './compute-evaluation.ts'
import {
  EVALUATION_METHOD,
  type EvaluationContent,
  type EvaluationResult,
  type StoredEvaluation,
} from './evaluation.ts'

export interface Verification {
  readonly agrees: boolean
  /** `not-kept`: its version is no longer there to compute from. */
  readonly basis: 'whole' | 'other-method' | 'not-kept'
  readonly storedSha256: string
  readonly recomputedSha256: string | null
}

/** What of an evaluation is asked for. */
export interface EvaluationRequest {
  readonly group: CategoryGroupCode
  /** Last day of carrying the measure out; null for the day on which it began. */
  readonly carriedOutBy: string | null
}

/** Changes of an evaluation; absent fields stay. */
export interface EvaluationPatch {
  readonly state?: string | undefined
  readonly learnt?: string | null | undefined
  readonly audience?: WorkAudience | undefined
}

/** What became of measures. */
export interface EvaluationService {
  /** The newest first. */
  list(principal: Principal, areaId?: number): Promise<readonly StoredEvaluation[]>
  /** @throws DomainError `not-found`; `unprocessable` while too few months have closed; `conflict` for a social measure */
  create(principal: Principal, measureId: number, request: EvaluationRequest): Promise<StoredEvaluation>
  /** What could be told of a measure that began now. @throws DomainError as `create` */
  plan(principal: Principal, measureId: number, group: CategoryGroupCode): Promise<EvaluationResult>
  /** @throws DomainError `not-found`, `precondition-failed`, `forbidden` where only its owner may show it to all */
  change(
    principal: Principal,
    id: number,
    revision: number,
    patch: EvaluationPatch,
  ): Promise<StoredEvaluation>
  /**
   * The titles of the counted sources that are not open to a reader's organisation: with any, only the conclusion is.
   */
  closedTo(audience: Audience, stored: StoredEvaluation): readonly string[]
  /** Computes it again as of its version. @throws DomainError `not-found` */
  verify(principal: Principal, id: number): Promise<Verification>
}

interface Deps extends ComputeDeps {
  readonly work: WorkService
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly units: Pick<UnitService, 'ready' | 'ofCut'>
  /** The snapshot at a stored `visible` text, as far as it is kept. */
  readonly openAsOf: (visible: string) => Promise<PastLease>
  readonly organisationNamed: OrganisationNamed
}

type MeasureContent = {
  readonly geometry: Polygon | MultiPolygon | null
  readonly type: string
  readonly owner: string
  readonly beginsOn: string | null
}
type Measure = WorkItem<MeasureContent>

/** Measures that were carried out, or are: their places are no comparison. */
const CARRIED_OUT = ['decided', 'ongoing', 'done']
const SOCIAL = ['social_universal', 'social_targeted', 'communication']

/** Evaluations of measures by comparable places, kept with their hash. */
export function createEvaluationService(deps: Deps): EvaluationService {
  const { work, snapshots, units, openAsOf, organisationNamed } = deps
  const find = async (principal: Principal, id: number) =>
    (await work.find(principal, 'evaluation', id)) as StoredEvaluation

  async function questionOf(
    principal: Principal,
    measureId: number,
    { group, carriedOutBy }: EvaluationRequest,
    snapshot: Snapshot,
  ): Promise<{ readonly of: Measure; readonly question: EvaluationQuestion }> {
    const of = (await work.find(principal, 'measure', measureId)) as Measure
    // Of the whole city, whoever asks: the comparison is the same for everybody.
    const all = (await work.list(OPERATING, { kind: 'measure', states: CARRIED_OUT })) as readonly Measure[]
    const others = all.filter(({ id }) => id !== of.id).flatMap((other) => areaOf(other, snapshot) ?? [])
    const geometry = areaOf(of, snapshot)
    if (geometry === null) throw withoutPlace()
    const { beginsOn } = of.content
    const asPlanner = { ...principal.audience, role: 'planner' } as const
    const reader = principal.audience.role === 'operator' ? OPERATING.audience : asPlanner
    const leftOut = leftOutSources(reader, snapshot.layers.sources).map(({ id }) => id)
    const measure = { id: of.id, geometry, beginsOn, carriedOutBy }
    return { of, question: { measure, group, others, leftOut: leftOut.toSorted() } }
  }

  async function requireMark(principal: Principal, of: StoredEvaluation, audience: WorkAudience) {
    const measure = (await work.find(principal, 'measure', of.content.result.measure.id)) as Measure
    const { owner } = measure.content
    await requireOwnMark(principal, { audience, owner }, { audience: of.audience, owner }, organisationNamed)
  }

  async function onLatest<T>(compute: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    await units.ready()
    const { snapshot, release } = snapshots.acquire()
    try {
      return await compute(snapshot)
    } finally {
      release()
    }
  }

  return {
    async list(principal, areaId) {
      const filter = { kind: 'evaluation', ...(areaId !== undefined && { areaIds: [areaId] }) } as const
      const stored = (await work.list(principal, filter)) as readonly StoredEvaluation[]
      return stored.toSorted((a, b) => b.id - a.id)
    },
    create: (principal, measureId, request) =>
      onLatest(async (snapshot) => {
        const { of, question } = await questionOf(principal, measureId, request, snapshot)
        const result = await computeEvaluation(deps, snapshot, question)
        const { epoch, visible } = snapshot.position
        const sources = countedSources(snapshot.layers.sources, question.leftOut ?? []).map(({ id }) => id)
        const content: EvaluationContent = {
          result,
          sha256: hashOf(result),
          sources,
          epoch,
          visible,
          learnt: null,
        }
        const insert = {
          kind: 'evaluation',
          areaId: of.areaId,
          // Whoever owns the measure marks the conclusion for the city's page on its own.
          audience: of.audience === 'public' ? 'parties' : of.audience,
          state: 'computed',
          dueOn: null,
          partOf: of.id,
          content,
        } as const
        const [stored] = await work.write(principal, [{ insert }])
        return stored as StoredEvaluation
      }),
    plan: (principal, measureId, group) =>
      onLatest(async (snapshot) => {
        const request = { group, carriedOutBy: null }
        const { question } = await questionOf(principal, measureId, request, snapshot)
        return computeEvaluation(deps, snapshot, question, true)
      }),
    async change(principal, id, revision, { state, learnt, audience = null }) {
      const of = await find(principal, id)
      if (audience !== null) await requireMark(principal, of, audience)
      const content = { ...of.content, ...(learnt !== undefined && { learnt }) }
      const change = { ...of, content, state: state ?? of.state, audience: audience ?? of.audience }
      const [stored] = await work.write(principal, [{ of, revision, change }])
      return stored as StoredEvaluation
    },
    closedTo(audience, { content: { sources } }) {
      const { snapshot, release } = snapshots.acquire()
      release()
      const counted = snapshot.layers.sources.filter(({ id }) => sources?.includes(id) ?? true)
      return counted.filter((source) => !isOpenToBoard(audience, source)).map(({ title }) => title)
    },
    async verify(principal, id) {
      const { content } = await find(principal, id)
      const { result, sha256: storedSha256, visible, epoch } = content
      const intact = hashOf(result) === storedSha256
      const nothing = { agrees: false, storedSha256, recomputedSha256: null }
      if (result.method !== EVALUATION_METHOD) return { ...nothing, basis: 'other-method' }
      const past = epoch === epochOf(snapshots) ? await unlessRefused(openAsOf(visible)) : null
      if (past === null) return { ...nothing, basis: 'not-kept' }
      try {
        const recomputedSha256 = hashOf(await computeEvaluation(deps, past.snapshot, result))
        return {
          agrees: intact && recomputedSha256 === storedSha256,
          basis: 'whole',
          storedSha256,
          recomputedSha256,
        }
      } finally {
        past.release()
      }
    },
  }
}

/** The area of a measure: its own, or that of the place that it is of; null for what has no place. */
function areaOf({ areaId, content }: Measure, { layers }: Snapshot): Polygon | MultiPolygon | null {
  if (content.geometry !== null) return content.geometry
  if (SOCIAL.includes(content.type)) return null
  const area = layers.features('areas').find(({ id }) => id === areaId)
  return area?.properties.kind === 'place' ? area.geometry : null
}

function withoutPlace(): DomainError {
  const rule = 'a measure without a place on the map cannot be compared with other places'
  return new DomainError('conflict', `geometry: ${rule}`, { problems: [{ field: 'geometry', rule }] })
}

function hashOf(result: EvaluationResult): string {
  return sha256Hex(canonicalJson(result))
}

function epochOf(snapshots: Pick<SnapshotStore, 'acquire'>): string {
  const { snapshot, release } = snapshots.acquire()
  release()
  return snapshot.position.epoch
}

/** Null where that version is not kept. */
async function unlessRefused<T>(opened: Promise<T>): Promise<T | null> {
  return opened.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'unprocessable') return null
    throw error
  })
}
