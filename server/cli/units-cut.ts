import { type CutStatusBody, unitContract } from '../units/index.ts'
import { callJson } from './call-json.ts'
import type { CommandContext } from './command.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'

/** Makes this month's cut, from which planners and coordinators are answered until the next. */
export async function cutUnits(context: CommandContext, asJson: boolean): Promise<void> {
  const made = await callJson<CutStatusBody>(await context.open(), unitContract.createUnitCut)
  context.stdout.write(asJson ? `${JSON.stringify(made)}\n` : `${cutText(made)}\n`)
}

function cutText({ madeAt, nextAt, byHand }: CutStatusBody): string {
  const language = languageOf(process.env)
  if (madeAt === null) return OUTPUT_MESSAGES.noCut[language]
  const next = byHand ? '' : OUTPUT_MESSAGES.nextCut(nextAt?.slice(0, 10) ?? '–')[language]
  return `${OUTPUT_MESSAGES.cut(madeAt)[language]}${next}`
}
