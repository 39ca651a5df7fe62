import * as contract from '../../contract/area-imports.ts'
import { parseAs } from '../../contract/fields/invalid.ts'
import { DomainError } from '../../domain/errors.ts'
import { requireRight } from '../../domain/access/rights.ts'
import type { AreasImportOptions, AreasImportResult } from '../../services/areas-import.ts'
import { json } from '../answer.ts'
import { bytesOf } from '../whole-upload.ts'
import { endpoint, type Route } from '../route.ts'

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
    endpoint(contract.createAreaImport, async ({ upload, audience, signal }) => {
      requireRight(audience, 'layers.write')
      const { fields, stream } = await upload(['options'])
      try {
        const options = parseAs(
          contract.areasImportOptions,
          parseOptions(fields.get('options')),
          'invalid-body',
        )
        const bytes = await bytesOf(stream, contract.MOST_AREAS_BYTES)
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
    const rule = 'must be JSON and come before the file'
    throw new DomainError('invalid-body', `options: ${rule}`, {
      problems: [{ field: 'options', rule }],
      cause,
    })
  }
}
