import * as contract from '../../contract/area-imports.ts'
import { parseAs } from '../../contract/fields/invalid.ts'
import { DomainError } from '../../domain/errors.ts'
import { requireRight } from '../../domain/access/rights.ts'
import type { AreasImportOptions, AreasImportResult } from '../../services/areas-import.ts'
import { json } from '../answer.ts'
import { textOf } from '../multipart.ts'
import { endpoint, type Route } from '../route.ts'

interface Deps {
  readonly importAreas: (text: string, options: AreasImportOptions) => Promise<AreasImportResult>
}

/** Files of areas. */
export function areaImportRoutes({ importAreas }: Deps): readonly Route[] {
  return [
    endpoint(contract.createAreaImport, async ({ upload, audience }) => {
      requireRight(audience, 'layers.write')
      const { fields, stream } = await upload(['options'])
      try {
        const options = parseAs(
          contract.areasImportOptions,
          parseOptions(fields.get('options')),
          'invalid-body',
        )
        return json(await importAreas(await textOf(stream, contract.MOST_AREAS_BYTES), options))
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
