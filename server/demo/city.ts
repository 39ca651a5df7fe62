import type {
  Area,
  Camera,
  ContextFeature,
  FocusArea,
  PatrolZone,
  Proposal,
} from '../engine/snapshot/features.ts'
import type { IncidentContent } from '../engine/snapshot/incident.ts'
import { createZone } from '../engine/time/zone.ts'
import { createPlacement } from './geometry/place.ts'
import { DEMO_ORIGIN } from './origin.ts'
import { createCalendar, DEMO_TIMEZONE } from './incidents/calendar.ts'
import { createIncidentDraw, type DrawnIncident } from './incidents/incident-draw.ts'
import { incidentContents } from './incidents/incident-contents.ts'
import { PLANTED_SPOTS, type PlantedSpot } from './incidents/planted.ts'
import { findSites } from './incidents/sites.ts'
import { createStrata } from './incidents/strata.ts'
import { demoAreas } from './layers/areas.ts'
import { demoCameras } from './layers/cameras.ts'
import { demoFocusAreas } from './layers/focus-areas.ts'
import { demoPatrolZones } from './layers/patrol-zones.ts'
import { demoProposals } from './layers/proposals.ts'
import { DEMO_SOURCES } from './layers/sources.ts'
import { DEMO_SURVEYS, type DemoSurveyFigure } from './layers/surveys.ts'
import { DISTRICTS } from './plan/districts.ts'
import { createRandom, type Random } from './random.ts'
import { contextFeatures } from './town/context/context-features.ts'
import { buildTown, type Town } from './town/town.ts'
import type { Source } from '../engine/snapshot/source.ts'

/** EPSG code of the demo city's coordinates. */
export const DEMO_SRID = 3006
export { DEMO_ORIGIN }
const DEMO_SEED = 'exempelstad'
export const DEMO_INCIDENTS = 72_000

type New<F extends { readonly planar: unknown; readonly properties: unknown }> = Pick<
  F,
  'planar' | 'properties'
>

/** Exempelstad, complete: a pure function of its seed and its number of incidents. */
export interface DemoCity {
  readonly seed: string
  readonly srid: number
  readonly timezone: string
  readonly town: Town
  readonly context: readonly Omit<ContextFeature, 'id'>[]
  readonly areas: readonly New<Area>[]
  readonly cameras: readonly New<Camera>[]
  readonly patrolZones: readonly New<PatrolZone>[]
  readonly focusAreas: readonly New<FocusArea>[]
  readonly proposals: readonly New<Proposal>[]
  readonly sources: readonly Source[]
  readonly surveys: readonly DemoSurveyFigure[]
  /** What was planted where: the ground truth. */
  readonly planted: readonly PlantedSpot[]
  readonly incidents: readonly IncidentContent[]
  /** Draws more incidents of the same kind from a stream; the returned object is reused. */
  readonly drawIncident: (random: Random) => DrawnIncident
}

/** Builds the fictional city. Geometry is planar in EPSG:3006 on a 1 cm grid; nothing is read and nothing is written. */
export function buildDemoCity(
  options: { readonly seed?: string; readonly incidents?: number } = {},
): DemoCity {
  const { seed = DEMO_SEED, incidents = DEMO_INCIDENTS } = options
  const town = buildTown(seed)
  const place = createPlacement(DEMO_ORIGIN)
  const drawIncident = createDraw(town, seed)
  return {
    seed,
    srid: DEMO_SRID,
    timezone: DEMO_TIMEZONE,
    town,
    context: contextFeatures(town, place),
    areas: demoAreas(town, place),
    cameras: demoCameras(place),
    patrolZones: demoPatrolZones(place),
    focusAreas: demoFocusAreas(place),
    proposals: demoProposals(place),
    sources: DEMO_SOURCES,
    surveys: DEMO_SURVEYS,
    planted: PLANTED_SPOTS,
    incidents: incidentContents(drawIncident, incidents, createRandom(`${seed}/incidents`)),
    drawIncident,
  }
}

function createDraw(town: Town, seed: string): (random: Random) => DrawnIncident {
  const calendar = createCalendar(createZone(DEMO_TIMEZONE))
  const strata = createStrata(findSites(town, createRandom(`${seed}/sites`)), calendar)
  const districtCentres = DISTRICTS.map(({ label }) => label)
  return createIncidentDraw({ strata, calendar, origin: DEMO_ORIGIN, districtCentres })
}
