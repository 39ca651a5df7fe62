import { type CutStatusBody, unitContract } from '../units/index.ts'
import { callJson } from './call-json.ts'
import type { CommandContext } from './command.ts'

/** Makes this month's cut, from which planners and coordinators are answered until the next. */
export async function cutUnits(context: CommandContext, asJson: boolean): Promise<void> {
  const made = await callJson<CutStatusBody>(await context.open(), unitContract.createUnitCut)
  context.stdout.write(asJson ? `${JSON.stringify(made)}\n` : `${cutText(made)}\n`)
}

function cutText({ madeAt, nextAt, byHand }: CutStatusBody): string {
  if (madeAt === null) {
    return 'There is no incident yet that planners and coordinators may be told of. The first ones are told at once.'
  }
  const next = byHand ? '' : ` The next makes itself on ${nextAt?.slice(0, 10)} or later.`
  return `Planners and coordinators are told of incidents as of ${madeAt}.${next}`
}
