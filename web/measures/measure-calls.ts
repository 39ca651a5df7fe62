import { ACCOUNT_PATHS } from '../../server/accounts/paths.ts'
import type { EvaluationResponse } from '../../server/evaluations/contract.ts'
import { EVALUATION_PATHS } from '../../server/evaluations/paths.ts'
import type {
  CauseResponse,
  GoalResponse,
  MeasureResponse,
  ProblemResponse,
} from '../../server/measures/contract.ts'
import type { EvidenceResponse } from '../../server/evidence/contract.ts'
import { EVIDENCE_PATHS } from '../../server/evidence/paths.ts'
import { MEASURE_PATHS } from '../../server/measures/paths.ts'
import { OBSERVATION_PATHS } from '../../server/observations/paths.ts'
import { PLACE_PATHS } from '../../server/places/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Problem = ProblemResponse
export type Cause = CauseResponse
export type Goal = GoalResponse
export type Measure = MeasureResponse
export type Evaluation = EvaluationResponse

/** The problems, causes, goals, measures, evaluations and evidence of one place. */
export interface PlaceWork {
  readonly problems: readonly Problem[]
  readonly causes: readonly Cause[]
  readonly goals: readonly Goal[]
  readonly measures: readonly Measure[]
  readonly evaluations: readonly Evaluation[]
  readonly evidence: readonly EvidenceResponse[]
}

/** The goals, measures and evaluations that a person may read, with the names of places. */
export interface CityWork extends Pick<PlaceWork, 'goals' | 'measures' | 'evaluations'> {
  readonly places: readonly { readonly id: number; readonly name: string }[]
}

/** A place or district that is worked with. */
export interface WorkedArea {
  readonly id: number
  readonly name: string
  readonly kind: 'place' | 'district'
}

/** What change of incidents a measure’s evaluation could detect, before the measure is decided. */
export interface DetectableChange {
  readonly conclusion: Evaluation['conclusion']
  /** Incidents in the two years before. */
  readonly before: number
  /** The smallest detectable fall, as a share; null where none is. */
  readonly detectable: number | null
}

export type WorkList = 'problems' | 'causes' | 'goals' | 'measures'

/** The calls about problems, causes, goals, measures and what became of these. */
export interface MeasureCalls {
  /** The places that the person may read, then, for staff, the districts. */
  areas(signal?: AbortSignal): Promise<readonly WorkedArea[]>
  /** Names of the organisations that may own a measure. */
  owners(signal?: AbortSignal): Promise<readonly string[]>
  loadPlace(areaId: number, signal?: AbortSignal): Promise<PlaceWork>
  loadCity(signal?: AbortSignal): Promise<CityWork>
  add(list: WorkList, body: object): Promise<unknown>
  /** @throws RequestFailed `precondition-failed` when somebody else has changed it */
  change(list: WorkList, id: number, revision: number, patch: object): Promise<unknown>
  /** @param lastImplementationDay YYYY-MM-DD; null: the day on which the measure began */
  evaluate(
    measureId: number,
    group: Evaluation['group'],
    lastImplementationDay: string | null,
  ): Promise<unknown>
  /** Says what was learnt, what happens now, and for whom the conclusion is. */
  conclude(evaluation: Pick<Evaluation, 'id'>, revision: number, patch: object): Promise<unknown>
  computeDetectable(measureId: number, group: Evaluation['group']): Promise<DetectableChange>
}

const ITEM_PATHS = {
  problems: MEASURE_PATHS.problem,
  causes: MEASURE_PATHS.cause,
  goals: MEASURE_PATHS.goal,
  measures: MEASURE_PATHS.measure,
} as const

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http how the server is asked */
export function createMeasureCalls({ get, send }: HttpClient): MeasureCalls {
  const listOf = async <T>(path: string, areaId: number, signal?: AbortSignal) =>
    (await get<Items<T>>(`${path}?area=${areaId}`, signal)).items
  return {
    async areas(signal) {
      const [places, reported] = await Promise.all([
        get<Items<Omit<WorkedArea, 'kind'>>>(PLACE_PATHS.places, signal),
        get<{ readonly areas: readonly Omit<WorkedArea, 'kind'>[] }>(OBSERVATION_PATHS.reportPlaces, signal),
      ])
      const placeIds = new Set(places.items.map(({ id }) => id))
      const districts = reported.areas.filter(({ id }) => !placeIds.has(id))
      return [
        ...places.items.map(({ id, name }) => ({ id, name, kind: 'place' as const })),
        ...districts.map(({ id, name }) => ({ id, name, kind: 'district' as const })),
      ]
    },
    owners: async (signal) =>
      (await get<Items<{ readonly name: string }>>(ACCOUNT_PATHS.owners, signal)).items.map(
        ({ name }) => name,
      ),
    async loadPlace(areaId, signal) {
      const [problems, causes, goals, measures, evaluations, evidence] = await Promise.all([
        listOf<Problem>(MEASURE_PATHS.problems, areaId, signal),
        listOf<Cause>(MEASURE_PATHS.causes, areaId, signal),
        listOf<Goal>(MEASURE_PATHS.goals, areaId, signal),
        listOf<Measure>(MEASURE_PATHS.measures, areaId, signal),
        listOf<Evaluation>(EVALUATION_PATHS.evaluations, areaId, signal),
        listOf<EvidenceResponse>(EVIDENCE_PATHS.evidence, areaId, signal),
      ])
      const attached = evidence.filter(({ state }) => state === 'attached')
      return { problems, causes, goals, measures, evaluations, evidence: attached }
    },
    async loadCity(signal) {
      const all = async <T>(path: string) => (await get<Items<T>>(path, signal)).items
      const [goals, measures, evaluations, places] = await Promise.all([
        all<Goal>(MEASURE_PATHS.goals),
        all<Measure>(MEASURE_PATHS.measures),
        all<Evaluation>(EVALUATION_PATHS.evaluations),
        all<{ readonly id: number; readonly name: string }>(PLACE_PATHS.places),
      ])
      return { goals, measures, evaluations, places }
    },
    add: (list, body) => send('POST', MEASURE_PATHS[list], body),
    change: (list, id, revision, patch) =>
      send('PATCH', pathTo(ITEM_PATHS[list], { id }), patch, undefined, { 'if-match': `"${revision}"` }),
    evaluate: (id, group, lastImplementationDay) =>
      send('POST', pathTo(EVALUATION_PATHS.measureEvaluations, { id }), {
        group,
        carriedOutBy: lastImplementationDay,
      }),
    conclude: ({ id }, revision, patch) =>
      send('PATCH', pathTo(EVALUATION_PATHS.evaluation, { id }), patch, undefined, {
        'if-match': `"${revision}"`,
      }),
    computeDetectable: (id, group) => get(`${pathTo(EVALUATION_PATHS.measurePower, { id })}?group=${group}`),
  }
}
