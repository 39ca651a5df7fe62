import type { MultiPolygon, Polygon } from 'geojson'
import { DomainError } from '../engine/errors.ts'
import { CATEGORY_GROUPS, type CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import { lastClosedMonth, type StepMonths } from '../engine/time/closed-steps.ts'
import { monthAt, type MonthRange, monthStart } from '../engine/time/months.ts'
import { fromLocal, type Zone } from '../engine/time/zone.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import { parseFootprint } from '../checks/index.ts'
import { audienceOfRole } from '../platform/access/audience.ts'
import { mayReadSource } from '../platform/access/source-access.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { type UnitReader, type Units, type UnitService, unitStep } from '../units/index.ts'
import {
  type DayRange,
  type EvaluatedMeasure,
  EVALUATION_METHOD,
  type EvaluationResult,
} from './evaluation.ts'
import { type EvaluationCounts, type EvaluationTask, RING_METRES } from './evaluation-task.ts'
import { type EvaluationWindows, evaluationWindows, firstEvaluation, plannedWindows } from './windows.ts'

export interface ComputeDeps {
  readonly pool: ComputePool
  readonly units: Pick<UnitService, 'ofCut'>
  readonly populationOn: (
    snapshot: Snapshot,
    edgeMetres: EdgeMetres,
    reader: UnitReader,
  ) => Promise<CellPopulation>
  readonly zone: Zone
}

export interface EvaluationQuestion {
  readonly measure: EvaluatedMeasure
  readonly group: CategoryGroupCode
  /** Areas of other measures, WGS 84. */
  readonly others: readonly (Polygon | MultiPolygon)[]
  /** Ids of the sources that are not counted; absent = none. */
  readonly leftOut?: readonly string[]
}

const TASK = new URL('./evaluation-task.ts', import.meta.url)
const DEADLINE_MS = 30_000

/**
 * An evaluation from the figures that planners and coordinators are told: the same for everybody who may see it.
 *
 * @param snapshot held by the caller
 * @param planned whether only what could be told is asked for, before the measure is decided
 * @throws DomainError `unprocessable` while too few months have closed, or the measure has no first day; `invalid-geometry`
 */
export async function computeEvaluation(
  { pool, units: unitService, populationOn, zone }: ComputeDeps,
  snapshot: Snapshot,
  { measure, group, others, leftOut = [] }: EvaluationQuestion,
  planned = false,
): Promise<EvaluationResult> {
  const population = await populationOn(snapshot, UNIT_EDGE, 'staff')
  const sources = countedSources(snapshot.layers.sources, leftOut)
  if (sources.length === 0) throw new DomainError('forbidden', 'No source is open to your organisation.')
  const units = await unitService.ofCut(snapshot, { population, sources, reader: 'staff' })
  const step = unitStep({ group, ofCategories: false, ofParts: false })
  const closed = lastDisclosedMonth(units, sources, zone)
  const windows = planned ? plannedWindows(closed, step) : windowsOf(measure, closed, step, zone)
  requireCovered(windows, units, sources, zone)
  const areaOf = (geometry: Polygon | MultiPolygon) => parseFootprint(geometry, snapshot.projection).polygon
  const steps = drawnSteps(windows, step)
  const task: EvaluationTask = {
    cube: units.cube,
    population,
    area: areaOf(measure.geometry),
    others: others.map(areaOf),
    group: CATEGORY_GROUPS.findIndex(({ code }) => code === group),
    windows,
    series: steps,
  }
  const { evaluation, cells, series } = await pool.run<EvaluationTask, EvaluationCounts>(TASK, task, {
    deadlineMs: DEADLINE_MS,
  })
  const daysOf = (months: MonthRange) => dayRange(months, zone)
  return {
    method: EVALUATION_METHOD,
    measure,
    group,
    others,
    ...(leftOut.length > 0 && { leftOut }),
    after: daysOf(windows.after),
    before: windows.before.map(daysOf),
    cells: { site: cells[0], ring: cells[1] },
    ringMetres: RING_METRES,
    evaluation,
    series: series.map((counts, k) => ({ ...daysOf(steps[k]!), ...counts })),
    unitsVersion: units.version,
    cutAt: new Date(units.atMs).toISOString(),
  }
}

/** The sources that an evaluation counts: those that planners read, but for some. */
export function countedSources(sources: readonly Source[], leftOut: readonly string[]): readonly Source[] {
  const audience = { ...audienceOfRole('planner'), withoutSources: leftOut }
  return sources.filter((source) => mayReadSource(audience, source))
}

/** @throws DomainError `unprocessable` that names what is missing, or the day from which it can be done */
function windowsOf(
  { beginsOn, carriedOutBy }: EvaluatedMeasure,
  closed: number,
  step: StepMonths,
  zone: Zone,
): EvaluationWindows {
  if (beginsOn === null) throw unready('the measure needs the day on which it began')
  const first = monthOf(beginsOn, zone)
  // One that begins with a month is there all of it.
  const atOnce = beginsOn.endsWith('-01') ? first - 1 : first
  const carriedOut = { first, last: carriedOutBy === null ? atOnce : monthOf(carriedOutBy, zone) }
  const windows = evaluationWindows(carriedOut, closed, step)
  if (windows !== null) return windows
  const from = formatLocal(monthStart(zone, firstEvaluation(carriedOut, step) + 1), zone).slice(0, 10)
  throw unready(
    `three whole months must have passed and be among the figures: it can be done with the figures that are cut after ${from}`,
  )
}

/** The last month that the figures tell of: closed when they were cut, and covered by every source that counts. */
function lastDisclosedMonth({ atMs }: Units, sources: readonly Source[], zone: Zone): number {
  const ends = sources.flatMap(({ coversTo }) => (coversTo === null ? [] : [monthOf(coversTo, zone)]))
  return Math.min(lastClosedMonth(zone, atMs), ...ends)
}

/** @throws DomainError `unprocessable` where a source that counts does not reach back over the whole baseline */
function requireCovered(
  { before }: EvaluationWindows,
  { timeSpan }: Units,
  sources: readonly Source[],
  zone: Zone,
): void {
  const begins = sources.flatMap(({ coversFrom }) => (coversFrom === null ? [] : [monthOf(coversFrom, zone)]))
  const from = Math.max(timeSpan === null ? Infinity : monthAt(zone, timeSpan.fromMinute), ...begins)
  if (before[1].first >= from) return
  const needed = dayRange(before[1], zone).from
  const reach = Number.isFinite(from) ? dayRange({ first: from, last: from }, zone).from : 'today'
  throw unready(
    `a baseline of two years begins on ${needed}, and the sources reach no further back than ${reach}`,
  )
}

function unready(rule: string): DomainError {
  return new DomainError('unprocessable', `beginsOn: ${rule}`, { problems: [{ field: 'beginsOn', rule }] })
}

/** The steps from the first that is compared through the last. */
function drawnSteps({ after, before }: EvaluationWindows, step: StepMonths): readonly MonthRange[] {
  const { first } = before[1]
  const count = (after.last + 1 - first) / step
  return Array.from({ length: count }, (_, k) => ({
    first: first + k * step,
    last: first + (k + 1) * step - 1,
  }))
}

function monthOf(day: string, zone: Zone): number {
  const [year, month, date] = day.split('-').map(Number)
  return monthAt(zone, fromLocal(zone, year!, month!, date!))
}

function dayRange({ first, last }: MonthRange, zone: Zone): DayRange {
  const day = (minute: number) => formatLocal(minute, zone).slice(0, 10)
  return { from: day(monthStart(zone, first)), to: day(monthStart(zone, last + 1) - 1) }
}
