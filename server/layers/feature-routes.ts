import type { Endpoint } from '../platform/http/endpoint.ts'
import { decodeCursor } from '../platform/http/fields/page.ts'
import { DomainError } from '../engine/errors.ts'
import {
  type Area,
  type FeatureKind,
  type FeatureKinds,
  type StoredFeature,
  toGeoJson,
} from '../engine/snapshot/features.ts'
import type { FeatureDraft, FeatureService } from './feature-service.ts'
import {
  GEO_JSON_TYPE,
  geoJson,
  json,
  noContent,
  page as pageResponse,
} from '../platform/http/endpoint-response.ts'
import { meetsBox } from './meets-box.ts'
import type { Bbox } from '../platform/http/fields/bbox.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { type Call, endpoint, type Route } from '../platform/http/route.ts'

type Calls = Readonly<Record<'list' | 'find' | 'create' | 'replace' | 'remove', Endpoint>>
interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly kind?: string | undefined
  readonly bbox?: Bbox | undefined
}

/** The five calls of one small layer. */
export function routesOf<K extends FeatureKind>(
  kind: K,
  calls: Calls,
  features: FeatureService,
): readonly Route[] {
  const idOf = (call: Call<Endpoint>) => (call.params as { readonly id: number }).id
  const draftOf = (call: Call<Endpoint>) => call.body as FeatureDraft<K>
  return [
    endpoint(calls.list, ({ query }) => {
      const { limit, cursor, kind: areaKind, bbox } = query as PageQuery
      const page = { limit, after: decodeCursor(cursor) ?? 0 }
      const keep = (feature: FeatureKinds[K]) =>
        (areaKind === undefined || (feature as Area).properties.kind === areaKind) &&
        (bbox === undefined || meetsBox(feature.geometry, bbox))
      const { features: found, next } = features.list(kind, page, keep)
      const headers = {
        'Content-Type': GEO_JSON_TYPE,
        'Content-Disposition': `inline; filename="${kind}.geojson"`,
      }
      return pageResponse(
        { type: 'FeatureCollection', id: kind, features: found.map(toGeoJson) },
        next,
        headers,
      )
    }),
    endpoint(calls.find, (call) => present(features.find(kind, idOf(call)))),
    endpoint(calls.create, async (call) => {
      const feature = await features.create(kind, draftOf(call), call.principal)
      return present(feature, { Location: `/api/${kind}/${feature.id}` }, 201)
    }),
    endpoint(calls.replace, async (call) => {
      if (call.revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
      return present(await features.replace(kind, idOf(call), call.revision, draftOf(call), call.principal))
    }),
    endpoint(calls.remove, async (call) => {
      await features.remove(kind, idOf(call), call.revision, call.principal)
      return noContent()
    }),
  ]
}

/**
 * The call for every state of a feature.
 *
 * @param name what the audit log calls a feature of the kind
 */
export function historyRoute(
  kind: FeatureKind,
  name: string,
  call: Endpoint,
  features: Pick<FeatureService, 'history'>,
): Route {
  return endpoint(call, async ({ params }) => {
    const { id } = params as { readonly id: number }
    const states = await features.history(kind, id, `${name}/${id}`)
    return json({ items: states.map((state) => ({ ...state, feature: toGeoJson(state.feature) })) })
  })
}

/** A feature; the audit log notes its revision, so that its history knows who made which. */
function present(feature: StoredFeature, headers: Readonly<Record<string, string>> = {}, status = 200) {
  const { revision } = feature
  const response = geoJson(toGeoJson(feature), { ETag: revisionTag(revision), ...headers }, status)
  return { ...response, note: { detail: { revision } } }
}
