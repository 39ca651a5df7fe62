import { invalidField } from '../engine/errors.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { bytesOf } from '../platform/http/whole-upload.ts'
import * as contract from './contract.ts'
import { type FeatureService, routesOf } from '../layers/index.ts'
import type { ProposalFileReader } from './proposal-file-service.ts'
import { PROPOSAL_FILE_MESSAGES as MESSAGES } from './messages.ts'

interface Deps {
  readonly features: FeatureService
  readonly readProposalFile: ProposalFileReader
}

/** Building proposals, and files of their grounds. */
export function proposalRoutes({ features, readProposalFile }: Deps): readonly Route[] {
  return [
    ...routesOf('proposals', contract.proposals, features),
    endpoint(contract.readProposalFile, async ({ upload, signal }) => {
      const uploaded = await upload(['options'])
      const { fields, stream } = uploaded
      try {
        const options = parseAs(
          contract.proposalFileOptions,
          parseJson(fields.get('options')),
          'invalid-body',
        )
        const bytes = await bytesOf(uploaded, contract.MAX_PROPOSAL_FILE_BYTES)
        return json(await readProposalFile(bytes, options, signal))
      } finally {
        stream.resume()
      }
    }),
  ]
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch (cause) {
    throw invalidField('invalid-body', { field: 'options', rule: MESSAGES.optionsJson, cause })
  }
}
