import * as contract from './contract.ts'
import { actorReference } from '../platform/access/principal.ts'
import { invalidField } from '../engine/errors.ts'
import { json, page } from '../platform/http/endpoint-response.ts'
import { decodeCursor } from '../platform/http/fields/page.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { bytesOf } from '../platform/http/whole-upload.ts'
import type { LayerImportService } from './layer-import-service.ts'
import { DELIVERY_MESSAGES as MESSAGES } from './messages.ts'
import type { Language } from '../engine/texts.ts'
import { detailIn } from '../formats/messages/row-details.ts'
import { preferredLanguage } from '../platform/http/preferred-language.ts'
import type { LayerFile } from './layer-file.ts'

interface Deps {
  readonly layerImports: LayerImportService
}

/** Registers as files: look, take in, follow, take back. */
export function layerImportRoutes({ layerImports }: Deps): readonly Route[] {
  return [
    endpoint(contract.createLayerImport, async ({ upload: take, query, principal, signal, request }) => {
      const uploaded = await take(['mapping'])
      const { fields, fileName, stream } = uploaded
      try {
        const mapping = parseJson(fields.get('mapping'))
        const bytes = await bytesOf(uploaded, contract.MAX_LAYER_BYTES)
        const upload = { bytes, fileName, mapping, signal }
        const language = preferredLanguage(request.headers)
        if (query.preview === 'true')
          return { ...json(inLanguage(await layerImports.preview(upload), language)), note: null }
        const result = await layerImports.importFile(upload, actorReference(principal.actor))
        return json(inLanguage(result, language))
      } finally {
        stream.resume()
      }
    }),
    endpoint(contract.listLayerImports, async ({ query }) => {
      const items = await layerImports.list(query.limit, decodeCursor(query.cursor))
      return page({ items }, items.length < query.limit ? null : items.at(-1)!.id)
    }),
    endpoint(contract.getLayerImport, async ({ params }) => json(await layerImports.find(params.id))),
    endpoint(contract.undoLayerImport, async ({ params, principal }) =>
      json(await layerImports.undo(params.id, actorReference(principal.actor))),
    ),
  ]
}

/** What is wrong with rows in the caller's language; the notices stand in both. */
function inLanguage<F extends Pick<LayerFile, 'rejects'>>(found: F, language: Language): F {
  const rejects = found.rejects.map((row) => ({ ...row, detail: detailIn(language, row.detail) }))
  return { ...found, rejects }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch (cause) {
    const rule = text === undefined ? MESSAGES.mappingFirst : MESSAGES.mappingJson
    throw invalidField('invalid-mapping', { field: 'mapping', rule, cause })
  }
}
