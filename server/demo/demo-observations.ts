import { linkHash } from '../accounts/index.ts'
import { planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import type { Observation, ReportLink, Step } from '../observations/index.ts'
import { actorReference, type Principal } from '../platform/access/principal.ts'
import { demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { DEMO_LINK, type DemoSightings, SIGHTINGS } from './observations.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'clock'>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const UNLIMITED = 1_000_000

/** A place with its reports, and who handles them. */
interface Place {
  readonly link: ReportLink
  readonly box: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  readonly coordinator: Principal
  readonly nowMs: number
}

/** Creates a QR link at the partner's place and ten weeks of reports by it, with the status of each. Once. */
export async function seedDemoObservations({ repositories, clock }: Deps): Promise<void> {
  const { reportLinks, people, features } = repositories
  const coordinator = await demoPrincipal('coordinator', people)
  const [organisation] = await people.organisations()
  const areaId = organisation?.placeIds[0]
  const [first] = await reportLinks.list(1)
  if (first !== undefined || coordinator === null || areaId === undefined) return
  const area = (await features.readAreas()).find(({ id }) => id === areaId)
  if (area === undefined) return
  const nowMs = clock.nowMs()
  const made = stepAt(coordinator, nowMs - 71 * DAY_MS)
  const link = await reportLinks.insert(
    { areaId, organisationId: organisation!.id, label: DEMO_LINK.label, made },
    linkHash(DEMO_LINK.token),
  )
  const place = { link, box: planarPolygon(area.planar).box, coordinator, nowMs }
  let number = 0
  for (const sightings of SIGHTINGS)
    for (const [k, daysAgo] of sightings.daysAgo.entries())
      await report(repositories, place, { sightings, k, daysAgo, number: ++number })
}

async function report(
  { observations }: DemoStorage['repositories'],
  { link, box, coordinator, nowMs }: Place,
  { sightings, k, daysAgo, number }: { sightings: DemoSightings; k: number; daysAgo: number; number: number },
): Promise<void> {
  const { kind, hour, at, texts, outcome } = sightings
  const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS
  const seenMs = midnightMs - daysAgo * DAY_MS + (hour - 1) * HOUR_MS
  const reportId = `de${number.toString(16).padStart(30, '0')}`
  const seenAt = new Date(seenMs).toISOString()
  const reported = {
    at: new Date(seenMs + (7 + k) * 60_000).toISOString(),
    by: `link/${link.id}`,
    name: null,
  }
  const position = at === null ? null : positionAt(box, at, k)
  const text = texts[k % texts.length]!
  const { areaId, id: linkId } = link
  await observations.insert({ reportId, areaId, kind, position, seenAt, linkId, text, reported }, UNLIMITED)
  const settledMs = seenMs + (outcome?.afterDays ?? 0) * DAY_MS
  if (outcome === null || settledMs > nowMs) return
  const stored: Observation = (await observations.findReport(reportId))!
  const status = { state: outcome.state, outcome: outcome.words }
  await observations.change(stored.id, stored.revision, status, stepAt(coordinator, settledMs))
}

/** A few metres from each other, as different people point. */
function positionAt(
  { minX, minY, maxX, maxY }: Place['box'],
  [east, north]: readonly [number, number],
  k: number,
) {
  return {
    x: (minX + (maxX - minX) * east) / 100 + ((k * 7) % 19) - 9,
    y: (minY + (maxY - minY) * north) / 100 + ((k * 11) % 17) - 8,
  }
}

function stepAt({ actor }: Principal, ms: number): Step {
  return {
    at: new Date(ms).toISOString(),
    by: actorReference(actor),
    name: 'name' in actor ? actor.name : null,
  }
}
