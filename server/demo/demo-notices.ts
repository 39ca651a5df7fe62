import { noticeContract, noticeRoutes } from '../notices/index.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import { createWorkService } from '../work/index.ts'
import { demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { DEMO_NOTICES } from './notices.ts'
import { createOrdinaryCall } from './ordinary-call.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'zone' | 'clock'>

const DAY_MS = 86_400_000

/** Informs the people of the demo city, as its coordinator: what is shown now, one of it corrected, and what lies prepared. Once. */
export async function seedDemoNotices({ repositories, zone, clock }: Deps): Promise<void> {
  const [first] = await repositories.work.list({ kind: 'notice' }, 1)
  const coordinator = await demoPrincipal('coordinator', repositories.people)
  if (first !== undefined || coordinator === null) return
  const areas = await repositories.features.readAreas()
  for (const { place, writtenDaysAgo, notice, lastsDays, corrected } of DEMO_NOTICES) {
    const area = areas.find(({ properties }) => properties.kind === 'place' && properties.name === place)
    if (area === undefined) continue
    const on = (daysAgo: number) => callOn(repositories, zone, clock.nowMs() - daysAgo * DAY_MS)
    const day = (ahead: number) => dayOf(clock.nowMs() + (ahead - writtenDaysAgo) * DAY_MS, zone)
    const audience = notice.state === 'published' ? 'public' : 'parties'
    const term = lastsDays === null ? {} : { beginsOn: day(0), endsOn: day(lastsDays) }
    const body = { areaId: area.id, audience, ...notice, ...term }
    const stored = await on(writtenDaysAgo)(noticeContract.notices.create, coordinator, body)
    if (corrected === null) continue
    await on(writtenDaysAgo - 1)(noticeContract.notices.change, coordinator, { text: corrected }, stored)
  }
}

/** The calls about notices as of a time. */
function callOn({ work: repository }: Deps['repositories'], zone: Deps['zone'], nowMs: number) {
  const clock = { nowMs: () => nowMs }
  const work = createWorkService({ repository, clock, isWorkedArea: () => true, within: (id) => [id] })
  return createOrdinaryCall(noticeRoutes({ work, clock, today: () => dayOf(nowMs, zone) }))
}

function dayOf(nowMs: number, zone: Deps['zone']): string {
  return formatLocal(Math.floor(nowMs / 60_000), zone).slice(0, 10)
}
