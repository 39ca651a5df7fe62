import { type CutStatusBody, unitContract } from '../units/index.ts'
import { callJson } from './call-json.ts'
import type { CommandContext } from './command.ts'

/** Makes this month's cut, from which planners and coordinators are answered until the next. */
export async function cutUnits(context: CommandContext, asJson: boolean): Promise<void> {
  const made = await callJson<CutStatusBody>(await context.open(), unitContract.createUnitCut)
  const next = made.byHand ? '' : ` The next makes itself on ${made.nextAt?.slice(0, 10)} or later.`
  context.stdout.write(
    asJson
      ? `${JSON.stringify(made)}\n`
      : `Planners and coordinators are told of incidents as of ${made.madeAt}.${next}\n`,
  )
}
