import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

const AT = '2026-03-02T05:00:00.000Z'
const NEW = { organisationId: null, openId: null, createdAtMs: Date.parse(AT) }
const WEEK = '2026-03-02'

export async function digests({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { people } = repositories
  const account = await people.insert({ email: 'd@b.example', name: 'Åsa', role: 'coordinator', ...NEW })
  const { choose, choice, queue, take, settle, offByToken, off } = recorder.of(
    'digests',
    repositories.digests,
  )
  await choose({ accountId: account.id, language: 'sv', offToken: 'a' }, AT)
  await choice(account.id)
  await queue(WEEK, AT)
  const taken = await take(WEEK, AT)
  await settle(taken!, { fault: 'ETIMEDOUT', nextAt: AT })
  const again = await take(WEEK, AT)
  await settle(again!, { sentAt: AT })
  await settle(again!, { fault: '550', nextAt: null })
  await offByToken('a')
  await off(account.id)
}
