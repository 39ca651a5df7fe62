import type { z } from 'zod'
import type { sourceDeclarationSchema } from './declaration.ts'
import * as contract from './contract.ts'
import type { SourceService } from './source-service.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import type { Source } from '../engine/snapshot/source.ts'

interface Deps {
  readonly sources: SourceService
}

/** Sources: without one there is no import. */
export function sourceRoutes({ sources }: Deps): readonly Route[] {
  return [
    endpoint(contract.listSources, async () => json({ items: await sources.list() })),
    endpoint(contract.getSource, async ({ params }) => json(await sources.find(params.id))),
    endpoint(contract.createSource, async ({ body }) => {
      const { source, created } = await sources.declare(toSource(body))
      return created ? json(source, { Location: `/api/sources/${source.id}` }, 201) : json(source)
    }),
    endpoint(contract.replaceSource, async ({ params, body }) =>
      json(await sources.replace(params.id, toSource(body))),
    ),
  ]
}

/** A declaration without a title is known by its id. */
function toSource({ title, ...rest }: z.output<typeof sourceDeclarationSchema>): Source {
  return { ...rest, title: title ?? rest.id }
}
