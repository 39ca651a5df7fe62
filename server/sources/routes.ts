import * as contract from './contract.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { revisionOfSource, type SourceService } from './source-service.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly sources: SourceService
}

/** Routes of sources; every import needs one. */
export function sourceRoutes({ sources }: Deps): readonly Route[] {
  return [
    endpoint(contract.listSources, async () => json({ items: await sources.list() })),
    endpoint(contract.getSource, async ({ params }) => tagged(await sources.find(params.id))),
    endpoint(contract.createSource, async ({ body }) => {
      const { source, created } = await sources.declare(body)
      return created ? json(source, { Location: `/api/sources/${source.id}` }, 201) : json(source)
    }),
    endpoint(contract.replaceSource, async ({ params, body, revision }) =>
      tagged(await sources.replace(params.id, body, revision)),
    ),
  ]
}

function tagged(source: Source) {
  return json(source, { ETag: revisionTag(revisionOfSource(source)) })
}
