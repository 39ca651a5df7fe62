import { publicPromises } from '../../agreements/index.ts'
import { publicConclusions } from '../../evaluations/index.ts'
import { publicMeasures } from '../../measures/index.ts'
import { publicCommitments } from '../../meetings/index.ts'
import { publicNotices } from '../../notices/index.ts'
import { PUBLIC_SCHEMA_VERSION } from '../../releases/index.ts'
import { type PublicNotices, publicNoticesSchema, type PublicWork, publicWorkSchema } from './contract.ts'

export type PublicWorkDeps = Parameters<typeof publicMeasures>[0] &
  Parameters<typeof publicCommitments>[0] &
  Parameters<typeof publicPromises>[0] &
  Parameters<typeof publicNotices>[0]

/** What is being done, by whom, until when and what came of it, as far as its owners have marked it for the city's page. */
export async function publicWork(deps: PublicWorkDeps): Promise<PublicWork> {
  const [measures, commitments, promises, conclusions] = await Promise.all([
    publicMeasures(deps),
    publicCommitments(deps),
    publicPromises(deps),
    publicConclusions(deps),
  ])
  return publicWorkSchema.parse({
    schemaVersion: PUBLIC_SCHEMA_VERSION,
    measures: measures.map((measure) => ({
      ...measure,
      conclusions: conclusions.filter(({ measureId }) => measureId === measure.id),
    })),
    commitments,
    promises,
  })
}

/** The notices that are shown today. */
export async function shownNotices(deps: PublicWorkDeps): Promise<PublicNotices> {
  return publicNoticesSchema.parse({
    schemaVersion: PUBLIC_SCHEMA_VERSION,
    notices: await publicNotices(deps),
  })
}
