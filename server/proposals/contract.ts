import { z } from 'zod'
import type { ProposalProperties } from '../engine/snapshot/features.ts'
import { areaGeometrySchema, featureInput, featureOutput } from '../platform/http/fields/geojson.ts'
import { PROPOSAL_PATHS } from './paths.ts'
import { optionalText, textField } from '../platform/http/fields/text-fields.ts'
import { answered, featureEndpoints, ignored, page, sent } from '../layers/index.ts'

const proposalShape = {
  title: textField(300),
  description: optionalText(10_000),
  caseNumber: optionalText(100),
}

const proposalProperties = sent({ ...proposalShape, createdBy: ignored }).transform(
  ({ title, description, caseNumber }): ProposalProperties => ({ title, description, caseNumber }),
)

const proposalResponse = answered({
  ...proposalShape,
  createdBy: z.string().nullable().describe('The account or key that recorded it, as account/3.'),
})

export const proposals = featureEndpoints({
  name: 'Proposal',
  plural: 'Proposals',
  list: PROPOSAL_PATHS.proposals,
  one: PROPOSAL_PATHS.proposal,
  read: 'proposals.read',
  write: 'proposals.write',
  input: featureInput(areaGeometrySchema, proposalProperties).meta({ id: 'ProposalInput' }),
  output: featureOutput(areaGeometrySchema, proposalResponse).meta({ id: 'Proposal' }),
  query: z.strictObject(page),
})
