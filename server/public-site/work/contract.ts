import { z } from 'zod'
import { publicPromise } from '../../agreements/index.ts'
import { publicConclusion } from '../../evaluations/index.ts'
import { publicMeasure } from '../../measures/index.ts'
import { publicCommitment } from '../../meetings/index.ts'
import { publicNotice } from '../../notices/index.ts'

/** `/public/notices.json`: what people are informed of today, the newest first. `notices.atom` is the same as a feed. */
export const publicNoticesSchema = z.strictObject({
  schemaVersion: z.string(),
  notices: z.array(publicNotice),
})
export type PublicNotices = z.output<typeof publicNoticesSchema>

/**
 * `/public/work.json`: measures with what came of them, commitments and promises that are marked for the city's page. The
 * schema is strict: fields not named here are never published, whatever items may hold later.
 */
export const publicWorkSchema = z.strictObject({
  schemaVersion: z.string(),
  measures: z.array(
    z.strictObject({
      ...publicMeasure.shape,
      conclusions: z.array(publicConclusion),
    }),
  ),
  commitments: z.array(publicCommitment),
  promises: z.array(publicPromise),
})
export type PublicWork = z.output<typeof publicWorkSchema>
