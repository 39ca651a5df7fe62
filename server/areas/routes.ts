import * as contract from './contract.ts'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { invalidField } from '../engine/errors.ts'
import type { AreasImportOptions, AreasImportResult } from './import-areas.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { bytesOf } from '../platform/http/whole-upload.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { type FeatureService, historyRoute, routesOf } from '../layers/index.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'

/** Areas, one at a time. */
export function areaRoutes({ features }: { readonly features: FeatureService }): readonly Route[] {
  return [
    ...routesOf('areas', contract.areas, features),
    historyRoute('areas', 'area', contract.areaHistory, features),
  ]
}

interface Deps {
  readonly importAreas: (
    bytes: Uint8Array<ArrayBuffer>,
    options: AreasImportOptions,
    signal: AbortSignal,
  ) => Promise<AreasImportResult>
}

/** Files of areas. */
export function areaImportRoutes({ importAreas }: Deps): readonly Route[] {
  return [
    endpoint(contract.createAreaImport, async ({ upload, signal }) => {
      const uploaded = await upload(['options'])
      const { fields, stream } = uploaded
      try {
        const options = parseAs(
          contract.areasImportOptions,
          parseOptions(fields.get('options')),
          'invalid-body',
        )
        const bytes = await bytesOf(uploaded, contract.MAX_AREAS_BYTES)
        return json(await importAreas(bytes, options, signal))
      } finally {
        stream.resume()
      }
    }),
  ]
}

function parseOptions(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch (cause) {
    throw invalidField('invalid-body', { field: 'options', rule: MESSAGES.optionsJson, cause })
  }
}
