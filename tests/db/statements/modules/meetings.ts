import { insertDistrict } from '../../../support/cities/districts.ts'
import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

const AT = '2026-03-01T12:00:00.000Z'
const LATER = '2026-03-01T13:00:00.000Z'
const STEP = { at: AT, by: 'account/3', name: 'Åsa' }
const NEW = { organisationId: null, openId: null, createdAtMs: Date.parse(AT) }
const MEETING = { forum: 'place', attendees: [], minutes: null }

export async function meetings({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { people, features, work } = repositories
  const account = await people.insert({ email: 'a@b.example', name: 'Åsa', role: 'coordinator', ...NEW })
  const areaId = await insertDistrict(features, 'Väster')
  const change = { audience: 'parties', state: 'closed', dueOn: '2026-03-12', content: MEETING } as const
  const [meeting] = await work.write([{ insert: { kind: 'meeting', areaId, partOf: null, ...change } }], STEP)
  const feeds = recorder.of('calendarFeeds', repositories.calendarFeeds)
  await feeds.put(account.id, 'hash', AT)
  await feeds.madeAt(account.id)
  await feeds.findAccount('hash')
  await feeds.revoke(account.id)
  const mail = recorder.of('minutesMail', repositories.minutesMail)
  await mail.queue(meeting!.id, [account.id], AT)
  await mail.list(meeting!.id)
  const taken = await mail.take(AT, LATER)
  await mail.settle(taken!, { fault: 'ETIMEDOUT', nextAt: LATER })
  await mail.settle(taken!, { sentAt: LATER })
}
