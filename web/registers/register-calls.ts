import { pathTo } from '../../server/platform/http/paths.ts'
import { BASE_MAP_PATHS } from '../../server/base-map/paths.ts'
import { MAP_PATHS } from '../../server/map-tiles/paths.ts'
import type { BaseMap } from '../../server/base-map/contract.ts'
import type { CityMap } from '../../server/map-tiles/contract.ts'
import type { HttpClient } from '../app/api/http-client.ts'
import type { FeatureDraft, RegisterFeature } from './register-feature.ts'
import { REGISTER_PATHS, type RegisterKind } from './register-kinds.ts'

/** A state of a feature: who made it, when, and what it was. */
export interface FeatureState {
  readonly feature: RegisterFeature
  readonly at: string | null
  readonly name: string | null
  readonly fileName: string | null
}

/** What the map opens with. */
export interface Ground extends CityMap {
  readonly baseMap: BaseMap | null
}

/** The calls about registers. */
export interface RegisterCalls {
  ground(signal?: AbortSignal): Promise<Ground>
  features(kind: RegisterKind, signal?: AbortSignal): Promise<readonly RegisterFeature[]>
  feature(kind: RegisterKind, id: number): Promise<RegisterFeature>
  history(kind: RegisterKind, id: number, signal?: AbortSignal): Promise<readonly FeatureState[]>
  add(kind: RegisterKind, draft: FeatureDraft): Promise<RegisterFeature>
  /** @param revision the one that the change began from; another one now is a `precondition-failed` */
  replace(kind: RegisterKind, id: number, revision: number, draft: FeatureDraft): Promise<RegisterFeature>
  remove(kind: RegisterKind, id: number, revision: number): Promise<unknown>
}

interface FeaturePage {
  readonly features: readonly RegisterFeature[]
}

const MAX_FEATURES = 10_000

/** @param http client of the server */
export function createRegisterCalls({ get, send }: HttpClient): RegisterCalls {
  const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` })
  return {
    async ground(signal) {
      const [map, baseMap] = await Promise.all([
        get<CityMap>(MAP_PATHS.map, signal),
        // The registers are shown even without a base map.
        get<BaseMap>(BASE_MAP_PATHS.baseMap, signal).catch(() => null),
      ])
      return { ...map, baseMap }
    },
    features: async (kind, signal) =>
      (await get<FeaturePage>(`${REGISTER_PATHS[kind].list}?limit=${MAX_FEATURES}`, signal)).features,
    feature: (kind, id) => get(pathTo(REGISTER_PATHS[kind].one, { id })),
    history: async (kind, id, signal) =>
      (
        await get<{ readonly items: readonly FeatureState[] }>(
          pathTo(REGISTER_PATHS[kind].history, { id }),
          signal,
        )
      ).items,
    add: (kind, draft) => send('POST', REGISTER_PATHS[kind].list, draft),
    replace: (kind, id, revision, draft) =>
      send('PUT', pathTo(REGISTER_PATHS[kind].one, { id }), draft, undefined, ifMatch(revision)),
    remove: (kind, id, revision) =>
      send('DELETE', pathTo(REGISTER_PATHS[kind].one, { id }), undefined, undefined, ifMatch(revision)),
  }
}
