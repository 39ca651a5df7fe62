import { formatLocal } from '../platform/http/fields/instant.ts'
import { WIDENED_TO_MONTHS } from '../platform/access/month-notice.ts'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { FLAGS, PRECISIONS } from '../engine/snapshot/incident.ts'
import { timeModeOf } from '../engine/snapshot/compile-filter.ts'
import type {
  IncidentFilter,
  PermittedSurfaceQuery,
  SurfaceQuery,
  UnitScope,
} from '../engine/snapshot/query.ts'
import type { HotspotSurface } from '../engine/statistics/surface-types.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { leftOutNotices } from '../platform/access/source-access.ts'
import type { Units } from '../units/index.ts'
import type { Zone } from '../engine/time/zone.ts'

const DIGITS = 6

/** The method of every figure, with its source and its limits. */
const METHOD = {
  lattice: 'Flat-topped hexagons of equal area anchored at the origin of the CRS, as PostGIS ST_HexagonGrid.',
  population: 'Cells of which at least 10 % lies in the study area minus water, empty cells included.',
  sum: 'Incidents in the cell and its six neighbours.',
  expected: 'What an even spread over the exposure would put there.',
  ratio: 'sum / expected, with its exact 95 % Poisson interval (Garwood 1936).',
  p: 'Two-sided, X ~ Poisson(expected); q by Benjamini & Hochberg (1995) over all cells of the population.',
  class:
    'high4, high2: q ≤ 0.05 and the lower bound at least 4, 2; above, below: q ≤ 0.05; below2: upper bound at most ½; few: under 5 found and expected.',
  time: 'Hours and weekdays: of intervals of at most 24 hours that are no whole days (weekdays: also of one whole day), spread evenly (Ratcliffe 2000); others are timeUnknown. Months of which a source knows only the month count whole.',
  dominance: 'Share of the cell’s incidents at its commonest position.',
  z: 'Gi* with binary weights (Ord & Getis 1995) and its normal p: given for comparison, never classified on.',
  units:
    'Where `units` says so: sums of fixed units (cells of 50 m by calendar month or, by part of the week, of 200 m by year), in coarser cells by share of area; only incidents known not to be in a dwelling, not flagged, not sensitive, and nothing of positions, nor of how many lie outside the cells (`outside` is null).',
  limits:
    'Reported incidents only. Busy places have more of everything unless exposure says otherwise; visitor numbers are not included by default.',
} as const

type Period = Pick<IncidentFilter, 'fromMinute' | 'toMinute'>
type Notice = Readonly<Record<'sv' | 'en', string>>

/** Limits of the cells in the response; the statistic always covers the whole city. */
export interface Crop {
  readonly bbox: readonly number[] | null
  readonly withinAreaId: number | null
  readonly empty: boolean
}

/** The query before its period was widened to the months of rows, and the units that it summed, if any. */
export interface AskedSurface {
  readonly query: PermittedSurfaceQuery
  readonly units: Pick<Units, 'atMs' | 'withoutSetting'> | null
  /** The sources that are not open to the caller's organisation. */
  readonly leftOut: readonly Pick<Source, 'title' | 'controller'>[]
}

/** The foreign member `analysis` of a surface: query, data, method and totals. */
export function describeAnalysis(
  surface: HotspotSurface,
  requested: AskedSurface,
  crop: Crop,
  zone: Zone,
): unknown {
  const { totals, query } = surface
  const { units: scope } = requested.query
  return {
    snapshotVersion: surface.snapshotVersion,
    query: {
      ...describeQuery(query, zone),
      bbox: crop.bbox,
      withinAreaId: crop.withinAreaId,
      empty: crop.empty,
    },
    cells: totals.cells,
    incidents: rounded(totals.incidents),
    // The cube of units holds nothing beyond its block, so its number outside is incomplete.
    outside: scope === undefined ? rounded(totals.outside) : null,
    timeUnknown: rounded(totals.timeUnknown),
    mean: rounded(totals.mean),
    sd: rounded(totals.sd),
    alpha: totals.alpha,
    units: scope === undefined || requested.units === null ? null : describeUnits(scope, requested.units),
    notices: describeNotices(surface, requested, zone),
    derivedStudyArea: surface.derivedStudyArea,
    method: METHOD,
  }
}

/** Notices on what was left out, and on the borders of a period that were moved. */
export function describeNotices(
  { query }: Pick<HotspotSurface, 'query'>,
  { query: requested, leftOut }: Pick<AskedSurface, 'query' | 'leftOut'>,
  zone: Zone,
): readonly Notice[] {
  const { units: scope } = requested
  const moved =
    scope === undefined ? rowNotices(requested.filter, query.filter) : unitNotices(scope, query.filter, zone)
  return [...leftOutNotices(leftOut), ...moved]
}

/** Describes the units that the figures sum, and their cut. */
function describeUnits(
  { unitEdge, step }: UnitScope,
  { atMs, withoutSetting }: Pick<Units, 'atMs' | 'withoutSetting'>,
): object {
  return { cell: unitEdge, step: STEPS[step].code, cutAt: new Date(atMs).toISOString(), withoutSetting }
}

function rowNotices(requested: Period, counted: Period): readonly Notice[] {
  const isSame = requested.fromMinute === counted.fromMinute && requested.toMinute === counted.toMinute
  return isSame ? [] : [WIDENED_TO_MONTHS]
}

const STEPS = {
  1: { code: 'month', sv: 'kalendermånader', en: 'calendar months' },
  3: { code: 'quarter', sv: 'kvartal', en: 'quarters' },
  12: { code: 'year', sv: 'kalenderår', en: 'calendar years' },
} as const

/** Notices about requested borders that were moved. */
function unitNotices({ asked: requested, step }: UnitScope, counted: Period, zone: Zone): readonly Notice[] {
  const isMoved = (border: keyof Period) =>
    requested[border] !== null && requested[border] !== counted[border]
  if (!isMoved('fromMinute') && !isMoved('toMinute')) return []
  const last = formatLocal(counted.toMinute! - 1, zone).slice(0, 10)
  const first = counted.fromMinute === null ? null : formatLocal(counted.fromMinute, zone).slice(0, 10)
  const { sv, en } = STEPS[step]
  return [
    {
      sv: `Hela ${sv} som har avslutats räknas: ${first === null ? 'till och med' : `${first} till och med`} ${last}.`,
      en: `Whole ${en} that have ended are counted: ${first === null ? 'through' : `${first} through`} ${last}.`,
    },
  ]
}

function describeQuery({ edgeMetres, filter, time, exposure }: SurfaceQuery, zone: Zone): object {
  const { hours, fromMinute, toMinute } = filter
  const flagsOf = (bits: number) =>
    Object.entries(FLAGS).flatMap(([flag, bit]) => ((bits & bit) === 0 ? [] : [flag]))
  return {
    cell: edgeMetres,
    group: filter.categoriesLabel.startsWith('group:') ? filter.categoriesLabel.slice('group:'.length) : null,
    category: filter.categories.map((index) => CATEGORIES[index]!.code),
    from: fromMinute === null ? null : formatLocal(fromMinute, zone),
    to: toMinute === null ? null : formatLocal(toMinute, zone),
    hours: hours === null ? null : `${hours.startHour}-${hours.endHour}`,
    weekdays: filter.weekdays,
    precision: PRECISIONS.filter((_, code) => ((filter.precisionMask >>> code) & 1) === 1),
    flags: flagsOf(filter.flags),
    excludedFlags: flagsOf(filter.excludedFlags ?? 0),
    sources: filter.sources,
    time: timeModeOf(filter, time),
    exposure,
  }
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))
}
