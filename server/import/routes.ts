import { parseFileMapping } from './file-mapping.ts'
import { parsePreviewMapping } from './mapping-hints.ts'
import * as contract from './contract.ts'
import { decodeCursor } from '../platform/http/fields/page.ts'
import { DomainError, invalidField } from '../engine/errors.ts'
import type { ImportService } from './import-service.ts'
import { asFile, json, page, stream } from '../platform/http/endpoint-response.ts'
import type { Upload } from '../platform/http/multipart.ts'
import { preferredLanguage } from '../platform/http/preferred-language.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'
import type { Language } from '../engine/texts.ts'
import { presentPreview, presentStatus } from './present.ts'

interface Deps {
  readonly imports: ImportService
}

/** Files of incidents: begin, follow, look at what was refused, undo. */
export function importRoutes({ imports }: Deps): readonly Route[] {
  return [
    endpoint(contract.createImport, async ({ upload: take, query, signal, request }) => {
      const upload = await take(['mapping'])
      const language = preferredLanguage(request.headers)
      const answered =
        query.preview === 'true'
          ? preview(imports, upload, query.layer ?? null, language)
          : begin(imports, upload, signal, language)
      return answered.finally(() => upload.stream.resume())
    }),
    endpoint(contract.listImports, async ({ query, request }) => {
      const items = await imports.list(query.limit, decodeCursor(query.cursor))
      const said = items.map((one) => presentStatus(one, preferredLanguage(request.headers)))
      return page({ items: said }, items.length < query.limit ? null : items.at(-1)!.id)
    }),
    endpoint(contract.getImport, async ({ params, request }) => {
      const status = presentStatus(await imports.status(params.id), preferredLanguage(request.headers))
      return json(status, { 'Cache-Control': 'no-store' })
    }),
    endpoint(contract.getImportRejects, async ({ params, request }) => {
      const rejects = await imports.rejects(params.id, preferredLanguage(request.headers))
      return stream('text/csv; charset=utf-8', rejects, asFile(`import-${params.id}-rejects.csv`))
    }),
    endpoint(contract.undoImport, async ({ params, request }) => {
      return json(presentStatus(await imports.undo(params.id), preferredLanguage(request.headers)))
    }),
  ]
}

async function preview(
  imports: ImportService,
  { fields, fileName, stream }: Upload,
  layer: string | null,
  language: Language,
) {
  const text = fields.get('mapping')
  const known = parsePreviewMapping(text === undefined ? null : parseJson(text))
  const shown = await imports.preview({ fileName, stream, layer, ...known })
  return { ...json(presentPreview(shown, language)), note: null }
}

/**
 * Answers when the file is in; its merge goes on and the status tells of it.
 *
 * @throws why the file did not come whole; of that nothing stays but a failed import
 */
async function begin(imports: ImportService, upload: Upload, signal: AbortSignal, language: Language) {
  const { fields, fileName, stream, bytesTotal } = upload
  const text = fields.get('mapping')
  if (text === undefined) {
    throw invalidField('invalid-body', { field: 'mapping', rule: MESSAGES.mappingFirst })
  }
  const mapping = parseFileMapping(parseJson(text))
  const { id, read } = await imports.start({ fileName, stream, bytesTotal, mapping, signal })
  await read
  // A reader that stops by itself leaves an abort here, and the import tells why; an upload that broke off is ours.
  if (stream.errored instanceof DomainError) throw stream.errored
  return json(presentStatus(await imports.status(id), language), { Location: `/api/imports/${id}` }, 202)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalidField('invalid-mapping', { field: 'mapping', rule: MESSAGES.mappingJson, cause })
  }
}
