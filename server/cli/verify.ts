import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { VERIFY_HELP } from './help/verify-help.ts'
import { callJson } from './call-json.ts'
import { isBeyondComputing, reviewContract, type Verification } from '../reviews/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import type { Texts } from '../engine/texts.ts'
import { languageOf } from './language.ts'
import { VERIFY_MESSAGES } from './verify-messages.ts'

/** Computes a stored review again as of its version and says whether the evidence agrees. */
export const verify: Command = {
  name: 'verify',
  ...VERIFY_HELP,
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

function linesOf(outcome: Verification): string {
  return `${verificationText(outcome)[languageOf(process.env)]}\n`
}

function verificationText(outcome: Verification): Texts {
  const { reviewId, agrees, figuresAgree, basis, storedSha256 } = outcome
  if (agrees) return VERIFY_MESSAGES.agrees(reviewId, storedSha256)
  if (figuresAgree)
    return basis === 'erased'
      ? VERIFY_MESSAGES.agreesOfLeft(reviewId)
      : VERIFY_MESSAGES.wordedOtherwise(reviewId)
  if (isBeyondComputing(outcome)) return VERIFY_MESSAGES.gone(reviewId, basis)
  return VERIFY_MESSAGES.differs(reviewId, reasonsAgainst(outcome))
}

function reasonsAgainst({ storedIntact, sealIntact, basis, differences }: Verification): readonly Texts[] {
  return [
    ...(storedIntact === false ? [VERIFY_MESSAGES.storedChanged] : []),
    ...(sealIntact === false ? [VERIFY_MESSAGES.sealChanged] : []),
    ...(basis === 'altered' ? [VERIFY_MESSAGES.dataAltered] : []),
    ...(differences.length > 0 ? [VERIFY_MESSAGES.partsDiffer(differences.join(', '))] : []),
  ]
}
