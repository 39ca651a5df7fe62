import type { Area } from '../engine/snapshot/features.ts'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { type IncidentContent, PRECISIONS, SETTINGS } from '../engine/snapshot/incident.ts'
import { createZone, fromLocal } from '../engine/time/zone.ts'
import { planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { answeredAreas } from './demo-accounts.ts'
import { incidentsFile, incidentsMapping } from './files/incidents-file.ts'
import { DEMO_TIMEZONE, PERIOD } from './incidents/calendar.ts'
import { LIMITED_SOURCE } from './layers/sources.ts'
import { seedOrganisations } from './organisations.ts'
import { createRandom, type Random } from './random.ts'
import { importIncidents, type SeedRepositories } from './seed.ts'

interface Deps {
  readonly repositories: SeedRepositories
  readonly projection: { readonly srid: number }
}

/** Where the wardens of the parks work; the first place in a city without it. */
const PLACE = 'Vattentrappan'
const DAYS = 1096
const ROWS = 72
const REACH_CM = 4000
/** Upkeep alone: what was planted for the follow-ups of the demo is disorder and property. */
const SEEN = ['litter', 'lighting_fault'] as const

/**
 * A source that only some of the demo city's boards may read, with its incidents: the others see its name and no
 * figures. Before the city is loaded, so that they are among the first units. Once.
 */
export async function seedDemoSource({ repositories, projection }: Deps): Promise<void> {
  const { people, sources, imports, features } = repositories
  const { boards, ...source } = LIMITED_SOURCE
  if ((await imports.list(100, null)).some(({ sourceId }) => sourceId === source.id)) return
  const places = (await features.readAreas()).filter(({ properties }) => properties.kind === 'place')
  const place = places.find(({ properties }) => properties.name === PLACE) ?? places[0]
  if (place === undefined) return
  const organisations = await seedOrganisations(people, await answeredAreas(features))
  const open = boards.names.flatMap((name) => organisations.get(name) ?? [])
  const named = open.map((organisation) => ({ organisation, ground: boards.ground }))
  await sources.save({ ...source, boards: named })
  const { srid } = projection
  const file = {
    sourceId: source.id,
    name: `${source.id}.csv`,
    text: incidentsFile(wardensRows(place.planar)),
    mapping: incidentsMapping(source.id, srid),
  }
  await importIncidents(repositories, { files: [file], srid, timezone: DEMO_TIMEZONE })
}

/** What the wardens have noted round the middle of a place: the same on every machine. */
export function wardensRows(outline: Area['planar']): readonly IncidentContent[] {
  const random = createRandom('exempelstad/parkvardar')
  const { minX, minY, maxX, maxY } = planarPolygon(outline).box
  const middle = [(minX + maxX) / 2, (minY + maxY) / 2] as const
  const zone = createZone(DEMO_TIMEZONE)
  const minuteOf = (k: number) => {
    const day = new Date(Date.parse(PERIOD.from) + Math.floor((k * DAYS) / ROWS) * 86_400_000)
    const date = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()] as const
    return fromLocal(zone, ...date, 8 + random.below(8))
  }
  return Array.from({ length: ROWS }, (_, k) => rowOf(k, minuteOf(k), middle, random))
}

function rowOf(
  k: number,
  minute: number,
  [x, y]: readonly [number, number],
  random: Random,
): IncidentContent {
  const category = random.pick(SEEN)
  return {
    sourceId: LIMITED_SOURCE.id,
    externalId: `pv-${k + 1}`,
    xCm: Math.round(x + random.between(-REACH_CM, REACH_CM)),
    yCm: Math.round(y + random.between(-REACH_CM, REACH_CM)),
    fromMinute: minute,
    toMinute: minute,
    reportedMinute: null,
    categoryIndex: CATEGORIES.findIndex(({ code }) => code === category),
    precisionCode: PRECISIONS.indexOf('address'),
    settingCode: SETTINGS.indexOf('outdoor'),
    flags: 0,
    weight: 1,
    text: null,
  }
}
