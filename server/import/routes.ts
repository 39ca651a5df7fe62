import { parseFileMapping } from './file-mapping.ts'
import { parsePreviewMapping } from './mapping-hints.ts'
import * as contract from './contract.ts'
import { decodeCursor } from '../platform/http/fields/page.ts'
import { DomainError } from '../engine/errors.ts'
import type { ImportService } from './import-service.ts'
import { asFile, json, page, stream } from '../platform/http/endpoint-response.ts'
import type { Upload } from '../platform/http/multipart.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly imports: ImportService
}

/** Files of incidents: begin, follow, look at what was refused, undo. */
export function importRoutes({ imports }: Deps): readonly Route[] {
  return [
    endpoint(contract.createImport, async ({ upload: take, query, signal }) => {
      const upload = await take(['mapping'])
      const answered =
        query.preview === 'true'
          ? preview(imports, upload, query.layer ?? null)
          : begin(imports, upload, signal)
      return answered.finally(() => upload.stream.resume())
    }),
    endpoint(contract.listImports, async ({ query }) => {
      const items = await imports.list(query.limit, decodeCursor(query.cursor))
      return page({ items }, items.length < query.limit ? null : items.at(-1)!.id)
    }),
    endpoint(contract.getImport, async ({ params }) => {
      return json(await imports.status(params.id), { 'Cache-Control': 'no-store' })
    }),
    endpoint(contract.getImportRejects, async ({ params }) => {
      const rejects = await imports.rejects(params.id)
      return stream('text/csv; charset=utf-8', rejects, asFile(`import-${params.id}-rejects.csv`))
    }),
    endpoint(contract.undoImport, async ({ params }) => {
      return json(await imports.undo(params.id))
    }),
  ]
}

async function preview(imports: ImportService, { fields, fileName, stream }: Upload, layer: string | null) {
  const text = fields.get('mapping')
  const known = parsePreviewMapping(text === undefined ? null : parseJson(text))
  return { ...json(await imports.preview({ fileName, stream, layer, ...known })), note: null }
}

/**
 * Answers when the file is in; its merge goes on and the status tells of it.
 *
 * @throws why the file did not come whole; of that nothing stays but a failed import
 */
async function begin(imports: ImportService, upload: Upload, signal: AbortSignal) {
  const { fields, fileName, stream, bytesTotal } = upload
  const text = fields.get('mapping')
  if (text === undefined) {
    const rule = 'must come before the file'
    throw new DomainError('invalid-body', `mapping: ${rule}`, { problems: [{ field: 'mapping', rule }] })
  }
  const mapping = parseFileMapping(parseJson(text))
  const { id, read } = await imports.start({ fileName, stream, bytesTotal, mapping, signal })
  await read
  // A reader that stops by itself leaves an abort here, and the import tells why; an upload that broke off is ours.
  if (stream.errored instanceof DomainError) throw stream.errored
  return json(await imports.status(id), { Location: `/api/imports/${id}` }, 202)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const rule = 'must be JSON'
    throw new DomainError('invalid-mapping', `mapping: ${rule}`, {
      problems: [{ field: 'mapping', rule }],
      cause,
    })
  }
}
