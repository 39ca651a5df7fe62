import { parseArgs } from 'node:util'
import { PATHS } from '../contract/paths.ts'
import { ANALYST } from '../domain/audience.ts'
import { invalidParameter } from '../domain/errors.ts'
import type { Verification } from '../services/reviews.ts'
import type { Command, CommandContext } from './command.ts'
import { answerOf } from './remote-answer.ts'

/** Computes a stored review again as of its version and says whether the evidence agrees. */
export const verify: Command = {
  name: 'verify',
  summary: 'Compute a review again and say whether its evidence agrees',
  help: `Usage: lagesbild verify REVIEW [--json]

Rebuilds the data as it was when the review was made, computes the evidence again and compares it byte for byte with
what is stored. Exit code 0 when every figure agrees, 1 when one does not.

  --json   the outcome as one JSON object`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [text, ...others] = positionals
    if (text === undefined || others.length > 0 || !/^[1-9]\d{0,8}$/.test(text))
      throw invalidParameter('REVIEW', positionals, 'the number of one review')
    const outcome = await verified(Number(text), context)
    context.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : linesOf(outcome))
    return outcome.figuresAgree ? 0 : 1
  },
}

async function verified(id: number, context: CommandContext): Promise<Verification> {
  const session = await context.open()
  if (session.kind === 'remote') {
    const path = PATHS.reviewVerification.replace('{id}', String(id))
    return (await answerOf(session.request(path, { method: 'POST' }))) as Verification
  }
  const { reviews } = await session.engine()
  return reviews.verify(id, ANALYST, { signal: context.signal })
}

function linesOf(outcome: Verification): string {
  const { reviewId, agrees, storedIntact, sealIntact, versionRebuilt, differences } = outcome
  if (agrees) return `Review ${reviewId} agrees: computed again, sha256 ${outcome.storedSha256}.\n`
  if (outcome.figuresAgree) {
    return `Review ${reviewId}: every figure agrees, computed again; the findings are worded otherwise by this version.\n`
  }
  const reasons = [
    ...(storedIntact ? [] : ['the stored evidence no longer has its hash']),
    ...(sealIntact === false
      ? ['the stored evidence and its salt no longer have the hash of the handling']
      : []),
    ...(versionRebuilt ? [] : ['the data of its version is no longer kept']),
    ...(differences.length > 0 ? [`these parts came out otherwise: ${differences.join(', ')}`] : []),
  ]
  return `Review ${reviewId} does not agree: ${reasons.join('; ')}.\n`
}
