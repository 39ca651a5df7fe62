import { DomainError } from '../engine/errors.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import type { EntryVersion } from './entry.ts'
import type { GlossaryService } from './glossary-service.ts'
import { GLOSSARY_PATHS } from './paths.ts'

interface Deps {
  readonly glossary: GlossaryService
}

/** Routes of the glossary. */
export function glossaryRoutes({ glossary }: Deps): readonly Route[] {
  const tagged = (version: EntryVersion, headers: Record<string, string> = {}, status = 200) =>
    json(entryResponse(version), { ETag: revisionTag(version.revision), ...headers }, status)
  return [
    endpoint(contract.listGlossary, async () => json({ items: (await glossary.list()).map(entryResponse) })),
    endpoint(contract.addGlossaryEntry, async ({ body, principal }) => {
      const version = await glossary.add(principal, body)
      return tagged(version, { Location: `${GLOSSARY_PATHS.glossary}/${version.key}` }, 201)
    }),
    endpoint(contract.changeGlossaryEntry, async ({ params, body, revision, principal }) => {
      if (revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
      const { kind } = (await glossary.history(params.key)).at(-1)!.content
      return tagged(await glossary.change(principal, params.key, revision, { kind, ...body }))
    }),
    endpoint(contract.getGlossaryHistory, async ({ params }) => {
      const versions = await glossary.history(params.key)
      const items = versions.map(({ key, revision, content, changed }) => {
        return { key, revision, ...content, changed: changed && { at: changed.at, name: changed.name } }
      })
      return json({ items })
    }),
  ]
}

function entryResponse({ key, revision, content, changed }: EntryVersion) {
  return { key, revision, ...content, changedAt: changed?.at ?? null }
}
