import { planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Principal } from '../platform/access/principal.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import { createWorkService, type NewWorkItem, type WorkItem, type WorkRepository } from '../work/index.ts'
import { demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { DEMO_FINDINGS, DEMO_WALK, type DemoFinding } from './walk.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'projection' | 'zone' | 'clock'>

const DAYS_TO_RESPOND = 30
const DAY_MS = 86_400_000

/**
 * Takes a safety walk at the partner's place, as its coordinator: some of what was found is answered, some late; the
 * second walk is planned. Once.
 */
export async function seedDemoWalks({ repositories, projection, zone, clock }: Deps): Promise<void> {
  const { work, people, features } = repositories
  const [first] = await work.list({ kind: 'walk' }, 1)
  const coordinator = await demoPrincipal('coordinator', people)
  const areaId = (await people.organisations()).flatMap(({ placeIds }) => placeIds)[0]
  const area = (await features.readAll()).areas.find(({ id }) => id === areaId)
  if (first !== undefined || coordinator === null || area === undefined) return
  const today = formatLocal(clock.nowMs() / 60_000, zone).slice(0, 10)
  const day = shifted(today, -DEMO_WALK.daysAgo)
  const at = pointIn(planarPolygon(area.planar).box, projection)
  const writer = { work, coordinator, areaId: area.id }
  const yesterday = shifted(today, -1)
  const { hour, light, groups } = DEMO_WALK
  const content = { hour, light, groups, route: DEMO_WALK.route.map(at), preparedOn: null, repeats: null }
  const walk = await write(writer, day, {
    kind: 'walk',
    state: 'walked',
    dueOn: day,
    content: { ...content, preparedOn: shifted(day, -14), followedUpOn: shifted(day, 14) },
  })
  for (const finding of DEMO_FINDINGS) await find(writer, walk, finding, at(finding.at))
  const again = shifted(today, DEMO_WALK.againInDays)
  await write(writer, yesterday, {
    kind: 'walk',
    state: 'planned',
    dueOn: again,
    content: { ...content, repeats: walk.id, followedUpOn: null },
  })
}

interface Writer {
  readonly work: WorkRepository
  readonly coordinator: Principal
  readonly areaId: number
}

async function write(
  { work, coordinator, areaId }: Writer,
  day: string,
  item: Pick<NewWorkItem, 'kind' | 'state' | 'dueOn' | 'content'> & { readonly partOf?: number },
): Promise<WorkItem> {
  const insert = { partOf: null, ...item, areaId, audience: 'parties' } as const
  const [stored] = await serviceOn(day, work).write(coordinator, [{ insert }])
  return stored!
}

async function find(writer: Writer, walk: WorkItem, finding: DemoFinding, position: object): Promise<void> {
  const { kind, text, who, response } = finding
  const dueOn = kind === 'works-well' ? null : shifted(walk.dueOn!, DAYS_TO_RESPOND)
  const content = { kind, position, text, who, response: null, repeats: null }
  const partOf = walk.id
  const of = await write(writer, walk.dueOn!, { kind: 'finding', state: 'open', dueOn, partOf, content })
  if (response === null) return
  const change = {
    ...of,
    state: response.isDone ? 'done' : 'answered',
    content: { ...content, response: response.words },
  }
  const service = serviceOn(shifted(walk.dueOn!, response.afterDays), writer.work)
  await service.write(writer.coordinator, [{ of, revision: of.revision, change }])
}

/** The service at the evening of a day. */
function serviceOn(day: string, repository: WorkRepository) {
  const clock = { nowMs: () => Date.parse(`${day}T19:00:00Z`) }
  return createWorkService({ repository, clock, isWorkedArea: () => true, within: (id) => [id] })
}

/** In centimetres. */
interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A point of a box by its shares, in degrees. */
function pointIn({ minX, minY, maxX, maxY }: Box, projection: Projection) {
  return ([east, north]: readonly [number, number]) => {
    const [x, y] = [minX + (maxX - minX) * east, minY + (maxY - minY) * north]
    const [lon, lat] = projection.toWgs84(x / 100, y / 100)
    return { lon: Math.round(lon * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 }
  }
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
