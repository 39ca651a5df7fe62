import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

const AT = '2026-03-01T12:00:00.000Z'
const EVENT = {
  at: AT,
  kind: 'change',
  action: 'replaceCamera',
  subject: 'camera/5',
  actor: 'account/3',
  actorName: 'Ada Lind',
  sessionId: 8,
} as const

export async function audit({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { insert, begin, forget, settleLost, page } = recorder.of('audit', repositories.audit)
  const settled = await begin(EVENT)
  const event = { ...EVENT, detail: {}, count: 1 }
  await insert([event])
  await insert([event], [settled])
  await forget(settled)
  await settleLost(Date.parse(AT))
  const everything = { kinds: null, actor: null, fromMs: null, toMs: null, before: null, limit: 10 }
  await page(everything)
  await page({ kinds: ['change'], actor: 'account/3', fromMs: 0, toMs: Date.parse(AT), before: 9, limit: 10 })
}
