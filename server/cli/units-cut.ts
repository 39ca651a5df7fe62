import type { Engine } from '../composition/engine.ts'
import { type CutStatusBody, cutStatusBody, UNIT_PATHS } from '../units/index.ts'
import type { CommandContext } from './command.ts'
import { changeAsOperator } from './record-as-operator.ts'
import { answerOf } from './remote-answer.ts'

/** Makes this month's cut, from which planners and coordinators are answered until the next. */
export async function cutUnits(context: CommandContext, asJson: boolean): Promise<void> {
  const made = await cut(context)
  const next = made.byHand ? '' : ` The next makes itself on ${made.nextAt?.slice(0, 10)} or later.`
  context.stdout.write(
    asJson
      ? `${JSON.stringify(made)}\n`
      : `Planners and coordinators are told of incidents as of ${made.madeAt}.${next}\n`,
  )
}

async function cut(context: CommandContext): Promise<CutStatusBody> {
  const session = await context.open()
  if (session.kind === 'remote')
    return (await answerOf(session.request(UNIT_PATHS.unitCuts, { method: 'POST' }))) as CutStatusBody
  const { units }: Engine = await session.engine()
  const work = { kind: 'change', action: 'createUnitCut', subject: null } as const
  return cutStatusBody(
    await changeAsOperator(
      session,
      work,
      () => units.cut(),
      () => ({}),
    ),
  )
}
