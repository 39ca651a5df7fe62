import { CATEGORIES } from '../engine/snapshot/categories.ts'
import type { IncidentContent } from '../engine/snapshot/incident.ts'
import { createZone, fromLocal, hourOfWeek, type Zone } from '../engine/time/zone.ts'
import type { DemoCity } from './city.ts'
import { DEMO_ORIGIN } from './city.ts'
import type { Vec } from './geometry/vector.ts'
import type { PlantedClaim, PlantedSpot } from './incidents/planted.ts'

/** A claim with what counting says about it. */
export interface MeasuredClaim {
  readonly spot: string
  readonly claim: PlantedClaim
  /** Incidents in the circle and in the city that the claim is about. */
  readonly here: number
  readonly city: number
  /** Incidents per land area here, over the same for the city. */
  readonly ratio: number
}

/** Position precisions that can be placed: address and street. */
const FINEST_PRECISIONS = 2
const MAX_KNOWN_MINUTES = 1440
const SAMPLE_METRES = 10

/** Measures every claim of the planted truth by counting points in circles: no lattice, no statistics. */
export function measureClaims(city: DemoCity): readonly MeasuredClaim[] {
  const zone = createZone(city.timezone)
  const cityM2 = [...city.town.districts.areaM2.values()].reduce((sum, area) => sum + area, 0)
  return city.planted.flatMap((spot) => {
    const share = landInCircle(spot, city) / cityM2
    return spot.claims.map((claim) => {
      const counted = city.incidents.filter((incident) => isAbout(incident, claim, zone))
      const here = counted.filter((incident) => isInside(incident, spot)).length
      return { spot: spot.id, claim, here, city: counted.length, ratio: here / counted.length / share }
    })
  })
}

function isAbout(
  incident: IncidentContent,
  { group, from, to, hours, weekdays }: PlantedClaim,
  zone: Zone,
): boolean {
  if (CATEGORIES[incident.categoryIndex]!.group !== group || incident.precisionCode >= FINEST_PRECISIONS)
    return false
  if (incident.fromMinute < midnight(zone, from) || incident.fromMinute >= midnight(zone, to)) return false
  if (hours === null) return true
  if (incident.toMinute - incident.fromMinute > MAX_KNOWN_MINUTES) return false
  const hour = hourOfWeek(zone, incident.fromMinute)
  const wrapped = hours.startHour > hours.endHour
  const inWindow = wrapped
    ? hour % 24 >= hours.startHour || hour % 24 < hours.endHour
    : hour % 24 >= hours.startHour && hour % 24 < hours.endHour
  const startsDayBefore = wrapped && hour % 24 < hours.endHour
  const weekday = ((Math.floor(hour / 24) + (startsDayBefore ? 6 : 0)) % 7) + 1
  return inWindow && (weekdays === null || weekdays.includes(weekday))
}

function midnight(zone: Zone, date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  return fromLocal(zone, year!, month!, day!)
}

function isInside({ xCm, yCm }: IncidentContent, { at, radiusMetres }: PlantedSpot): boolean {
  const dx = xCm / 100 - DEMO_ORIGIN[0] - at[0]
  const dy = yCm / 100 - DEMO_ORIGIN[1] - at[1]
  return dx * dx + dy * dy <= radiusMetres * radiusMetres
}

/** Land within a spot's circle, m², by sampling. */
function landInCircle({ at, radiusMetres }: PlantedSpot, { town }: DemoCity): number {
  let samples = 0
  for (let dx = -radiusMetres; dx <= radiusMetres; dx += SAMPLE_METRES) {
    for (let dy = -radiusMetres; dy <= radiusMetres; dy += SAMPLE_METRES) {
      const p: Vec = [at[0] + dx, at[1] + dy]
      if (dx * dx + dy * dy <= radiusMetres * radiusMetres && town.land.isLand(p)) samples++
    }
  }
  return samples * SAMPLE_METRES * SAMPLE_METRES
}
