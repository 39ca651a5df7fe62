import { formatLocal } from '../platform/http/fields/instant.ts'
import { recordsRequestContract, recordsRequestRoutes } from '../records-requests/index.ts'
import { demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { createOrdinaryCall } from './ordinary-call.ts'
import { DEMO_REQUESTS } from './requests.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'zone' | 'clock'> &
  Omit<Parameters<typeof recordsRequestRoutes>[0], 'releases'>

const DAY_MS = 86_400_000

/** What has been asked of the demo city: one request that the coordinator prepared and the registrar decided, and a new one. Once. */
export async function seedDemoRequests({ repositories, zone, clock, ...deps }: Deps): Promise<void> {
  const [first] = await repositories.work.list({ kind: 'records-request' }, 1)
  const coordinator = await demoPrincipal('coordinator', repositories.people)
  const registrar = await demoPrincipal('registrar', repositories.people)
  if (first !== undefined || coordinator === null || registrar === null) return
  const areas = await repositories.features.readAreas()
  const call = createOrdinaryCall(recordsRequestRoutes({ ...deps, releases: repositories.releases }))
  const { create, change } = recordsRequestContract.recordsRequests
  for (const { place, receivedDaysAgo, request, decision } of DEMO_REQUESTS) {
    const area = areas.find(({ properties }) => properties.kind === 'place' && properties.name === place)
    if (area === undefined) continue
    const minute = Math.floor((clock.nowMs() - receivedDaysAgo * DAY_MS) / 60_000)
    const receivedOn = formatLocal(minute, zone).slice(0, 10)
    const stored = await call(create, coordinator, { areaId: area.id, receivedOn, ...request })
    if (decision === null) continue
    const prepared = await call(change, coordinator, { state: 'prepared' }, stored)
    await call(change, registrar, { state: decision }, prepared)
  }
}
