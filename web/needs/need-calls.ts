import type { MultiPolygon, Polygon } from 'geojson'
import { AREA_PATHS } from '../../server/areas/paths.ts'
import type { LocalNeedResponse, NeedQuestionResponse } from '../../server/needs/contract.ts'
import { NEED_PATHS } from '../../server/needs/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import { OBSERVATION_PATHS } from '../../server/observations/paths.ts'
import { PROPOSAL_PATHS } from '../../server/proposals/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Need = LocalNeedResponse
export type NeedQuestion = NeedQuestionResponse

/** The needs of a place or district, what it was asked, and what needs may be taken into. */
export interface PlaceNeeds {
  readonly needs: readonly Need[]
  readonly questions: readonly NeedQuestion[]
  readonly proposals: readonly Named[]
}

export interface Named {
  readonly id: number
  readonly name: string
}

/** The needs of all places and districts that one may read. */
export interface CityNeeds {
  readonly areas: readonly Named[]
  readonly needs: readonly Need[]
  readonly questions: readonly NeedQuestion[]
}

/** The calls about local needs. */
export interface NeedCalls {
  /** @param mayPropose whether proposals may be read */
  loadPlace(areaId: number, mayPropose: boolean, signal?: AbortSignal): Promise<PlaceNeeds>
  loadCity(signal?: AbortSignal): Promise<CityNeeds>
  near(geometry: Polygon | MultiPolygon, signal?: AbortSignal): Promise<readonly Need[]>
  add(need: object): Promise<unknown>
  change(id: number, revision: number, patch: object): Promise<unknown>
  districts(signal?: AbortSignal): Promise<readonly Named[]>
  questionsAbout(proposalId: number, signal?: AbortSignal): Promise<readonly NeedQuestion[]>
  question(areaId: number, proposalId: number): Promise<unknown>
  reply(question: NeedQuestion, reply: string): Promise<unknown>
}

interface Items<T> {
  readonly items: readonly T[]
}

interface Features {
  readonly features: readonly {
    readonly id: number
    readonly properties: { readonly name?: string; readonly title?: string }
  }[]
}

const named = ({ features }: Features): readonly Named[] =>
  features.map(({ id, properties: { name, title } }) => ({ id, name: name ?? title ?? '' }))

/** @param http how the server is asked */
export function createNeedCalls({ get, send }: HttpClient): NeedCalls {
  const at = (revision: number) => ({ 'if-match': `"${revision}"` })
  return {
    async loadPlace(areaId, mayPropose, signal) {
      const [needs, questions, proposals] = await Promise.all([
        get<Items<Need>>(`${NEED_PATHS.localNeeds}?area=${areaId}`, signal),
        get<Items<NeedQuestion>>(`${NEED_PATHS.needQuestions}?area=${areaId}`, signal),
        mayPropose ? get<Features>(PROPOSAL_PATHS.proposals, signal) : { features: [] },
      ])
      return { needs: needs.items, questions: questions.items, proposals: named(proposals) }
    },
    async loadCity(signal) {
      const [reported, needs, questions] = await Promise.all([
        get<{ readonly areas: readonly Named[] }>(OBSERVATION_PATHS.reportPlaces, signal),
        get<Items<Need>>(NEED_PATHS.localNeeds, signal),
        get<Items<NeedQuestion>>(NEED_PATHS.needQuestions, signal),
      ])
      return { areas: reported.areas, needs: needs.items, questions: questions.items }
    },
    near: async (geometry, signal) =>
      (await send<Items<Need>>('POST', NEED_PATHS.localNeedsNear, { geometry }, signal)).items,
    add: (need) => send('POST', NEED_PATHS.localNeeds, need),
    change: (id, revision, patch) =>
      send('PATCH', pathTo(NEED_PATHS.localNeed, { id }), patch, undefined, at(revision)),
    districts: async (signal) => named(await get<Features>(`${AREA_PATHS.areas}?kind=district`, signal)),
    questionsAbout: async (proposalId, signal) =>
      (await get<Items<NeedQuestion>>(NEED_PATHS.needQuestions, signal)).items.filter(
        (question) => question.proposalId === proposalId,
      ),
    question: (areaId, proposalId) => send('POST', NEED_PATHS.needQuestions, { areaId, proposalId }),
    reply: ({ id, revision }, reply) =>
      send(
        'PATCH',
        pathTo(NEED_PATHS.needQuestion, { id }),
        { state: 'answered', reply },
        undefined,
        at(revision),
      ),
  }
}
