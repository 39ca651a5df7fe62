import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { callJson } from './call-json.ts'
import { type Basis, isBeyondComputing, reviewContract, type Verification } from '../reviews/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Computes a stored review again as of its version and says whether the evidence agrees. */
export const verify: Command = {
  name: 'verify',
  summary: 'Compute a review again and say whether its evidence agrees',
  help: `Usage: lagesbild verify REVIEW [--json]

Rebuilds the data as it was when the review was made, computes the evidence again and compares it byte for byte with
what is stored. Where retention has destroyed rows since, the figures are computed from those that are left.

Exit code 0 when every figure agrees, 1 when one does not or what is stored was changed, 4 when the figures can no longer
be computed again and nothing speaks against them: retention or a restore took what they count, or they were computed by
an earlier version of the method.

  --json   the outcome as one JSON object`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [text, ...others] = positionals
    if (text === undefined || others.length > 0 || !/^[1-9]\d{0,8}$/.test(text))
      throw invalidParameter('REVIEW', positionals, MESSAGES.oneReview)
    const outcome = await callJson<Verification>(await context.open(), reviewContract.verifyReview, {
      params: { id: text },
      signal: context.signal,
    })
    context.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : linesOf(outcome))
    return outcome.figuresAgree ? 0 : isBeyondComputing(outcome) ? 4 : 1
  },
}

/** Why an evidence that nothing speaks against cannot be computed again as it was. */
const GONE: Readonly<Partial<Record<Basis, string>>> = {
  erased: 'retention has destroyed rows that it counts; what is stored of it is as it was',
  'other-method': 'it was computed by an earlier version of the method; what is stored of it is as it was',
  restored: 'the database was restored since it was made; what is stored of it is as it was',
  'evidence-erased': 'its evidence was destroyed when its time was over; the public document stands',
}

function linesOf(outcome: Verification): string {
  const { reviewId, agrees, figuresAgree, basis } = outcome
  if (agrees) return `Review ${reviewId} agrees: computed again, sha256 ${outcome.storedSha256}.\n`
  if (figuresAgree && basis === 'erased')
    return `Review ${reviewId}: every figure agrees, computed again from what is left; retention has destroyed other rows of its version.\n`
  if (figuresAgree)
    return `Review ${reviewId}: every figure agrees, computed again; the findings are worded otherwise by this version.\n`
  if (isBeyondComputing(outcome)) return `Review ${reviewId} cannot be computed again: ${GONE[basis]}.\n`
  return `Review ${reviewId} does not agree: ${reasonsAgainst(outcome).join('; ')}.\n`
}

function reasonsAgainst({ storedIntact, sealIntact, basis, differences }: Verification): readonly string[] {
  return [
    ...(storedIntact === false ? ['the stored evidence no longer has its hash'] : []),
    ...(sealIntact === false
      ? ['the stored evidence and its salt no longer have the hash that the document shows']
      : []),
    ...(basis === 'altered'
      ? ['the data of its version are not what they were, and no purge has taken any of them']
      : []),
    ...(differences.length > 0 ? [`these parts came out otherwise: ${differences.join(', ')}`] : []),
  ]
}
