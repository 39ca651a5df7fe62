import type { Register } from '../engine/disclosure/registers.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import { CATEGORIES, CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import type { IncidentFilter, PermittedSurfaceQuery, SurfaceQuery } from '../engine/snapshot/query.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { closedSteps, lastClosedMonth, periodOfMonths, type StepMonths } from '../engine/time/closed-steps.ts'
import { monthStart } from '../engine/time/months.ts'
import { partsOfWeek } from '../engine/time/week-parts.ts'
import type { Zone } from '../engine/time/zone.ts'
import { PART_EDGE } from '../engine/units/build-part-cube.ts'
import { PART_UNKNOWN, partBuckets } from '../engine/units/part-kinds.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import { type UnitBuckets, unitBuckets } from '../engine/units/unit-kinds.ts'
import { COUNTED, TIME_UNKNOWN } from '../engine/units/unit-surface.ts'
import { CLASSES_OF_READER, unitStep } from '../units/index.ts'
import type { Audience } from '../platform/access/audience.ts'
import { openSources, type SourceTerms } from '../platform/access/source-access.ts'
import { EVERY_FLAG } from '../platform/access/staff-limits.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'

/** What the permitted surfaces of planners and coordinators depend on. */
export interface UnitContext {
  readonly zone: Zone
  readonly sources: readonly (SourceTerms & Pick<Source, 'register'>)[]
  /** When the units were cut. */
  readonly cutAtMs: number
}

const SEEN = CLASSES_OF_READER.staff
const STEP_NAMES: Readonly<Record<StepMonths, string>> = { 1: 'month', 3: 'quarter', 12: 'year' }
const GROUP_LABEL = 'group:'

/**
 * A surface as planners and coordinators may see it: sums of units. Of a group by whole closed calendar months
 * (people: quarters), of chosen categories by years; parts of the day and week of a group by years, in cells of 200 m
 * and more. The period is widened to the steps that it touches and ends with the last that had closed at the cut.
 *
 * @throws DomainError `forbidden` for a finer query, `unprocessable` where no step of the period has closed
 */
export function permitUnits(
  audience: Audience,
  query: SurfaceQuery,
  { zone, sources, cutAtMs }: UnitContext,
): PermittedSurfaceQuery {
  const { filter } = query
  refuseSensitive(filter)
  refuseRowFilters(query)
  const parts = requestedParts(query)
  const step = stepOf(filter, parts)
  const closed = lastClosedMonth(zone, cutAtMs)
  const months = closedSteps(filter, step, closed, zone)
  if (months === null) throw nothingClosed(step, closed, zone, cutAtMs)
  const seen = wholeRegisters(audience, filter.sources, sources)
  const { fromMinute, toMinute } = filter
  return {
    ...query,
    time: 'from',
    // Whoever may read the same sources shares a surface.
    audienceKey: `units of ${seen.open?.join(',') ?? 'all'}`,
    filter: { ...filter, ...periodOfMonths(months, zone), sources: seen.sources, excludedFlags: EVERY_FLAG },
    units: {
      unitEdge: parts === null ? UNIT_EDGE : PART_EDGE,
      openSources: seen.open,
      months,
      step,
      buckets: bucketsOf(filter, parts, seen.registers),
      asked: { fromMinute, toMinute },
    },
  }
}

function refuseSensitive({ categories, categoriesLabel, flags }: IncidentFilter): void {
  if (categoriesLabel === 'group:all')
    throw new DomainError('forbidden', 'All categories together are open to analysts only.')
  if (flags !== 0 || categories.some((index) => CATEGORIES[index]!.sensitive))
    throw new DomainError('forbidden', 'Sensitive categories and flags are shown city-wide only.')
}

/** Refuses filters on precision and interval, which units do not have. */
function refuseRowFilters({ filter, time }: SurfaceQuery): void {
  if (filter.precisionMask !== DEFAULT_PRECISION_MASK)
    throw new DomainError('forbidden', 'Incidents by precision are open to analysts only.')
  if (time === 'aoristic' && filter.hours === null && filter.weekdays === null)
    throw new DomainError(
      'forbidden',
      'Intervals spread over the days of a period are open to analysts only.',
    )
}

/** The requested parts of the week; null without a condition on hours or weekdays. */
function requestedParts({ filter, edgeMetres }: SurfaceQuery): readonly number[] | null {
  const { hours, weekdays, categoriesLabel } = filter
  if (hours === null && weekdays === null) return null
  const parts = partsOfWeek(hours, weekdays)
  if (parts === null)
    throw new DomainError(
      'forbidden',
      'Hours other than 6-14, 14-22, 22-6 and days other than 1-5, 6-7 are open to analysts only.',
    )
  if (groupOf(categoriesLabel) === null)
    throw new DomainError(
      'forbidden',
      'Parts of the day and week are told of whole groups, not of categories.',
    )
  if (edgeMetres < PART_EDGE)
    throw new DomainError(
      'forbidden',
      `Parts of the day and week are told of cells of ${PART_EDGE} m and more.`,
    )
  return parts
}

function stepOf({ categoriesLabel }: IncidentFilter, parts: readonly number[] | null): StepMonths {
  const group = groupOf(categoriesLabel)
  return unitStep({ group, ofCategories: group === null, ofParts: parts !== null })
}

/** The code of the requested group; null for chosen categories. */
function groupOf(categoriesLabel: string): string | null {
  return categoriesLabel.startsWith(GROUP_LABEL) ? categoriesLabel.slice(GROUP_LABEL.length) : null
}

function nothingClosed(step: StepMonths, closed: number, zone: Zone, cutAtMs: number): DomainError {
  const dateOf = (minute: number) => formatLocal(minute, zone).slice(0, 10)
  const end = dateOf(monthStart(zone, Math.floor((closed + 1) / step) * step))
  const asOf = dateOf(Math.floor(cutAtMs / 60_000))
  return new DomainError(
    'unprocessable',
    `No whole calendar ${STEP_NAMES[step]} of this period had closed when the figures were taken, on ${asOf}. The last one that had ends before ${end}.`,
  )
}

/**
 * The requested registers, whole: parts of one would disclose single sources.
 *
 * @param requested source ids; null = all that are open
 */
function wholeRegisters(
  audience: Audience,
  requested: readonly string[] | null,
  all: UnitContext['sources'],
): Record<'sources' | 'open', readonly string[] | null> & { readonly registers: readonly Register[] } {
  const unknown = requested?.find((id) => all.every((source) => source.id !== id))
  if (unknown !== undefined) throw invalidParameter('sources', unknown, 'the id of a source that is stored')
  const sources = openSources(audience, requested, all)
  const open = openSources(audience, null, all)
  const isOpen = ({ id }: { readonly id: string }) => open?.includes(id) ?? true
  const isRequested = ({ id }: { readonly id: string }) => sources?.includes(id) ?? true
  const registers = [...new Set(all.filter(isRequested).map(({ register }) => register))]
  const missing = all.find(
    (source) => isOpen(source) && registers.includes(source.register) && !isRequested(source),
  )
  if (missing !== undefined)
    throw new DomainError(
      'forbidden',
      `Sources are told by whole registers: ask for ${missing.id} too, or for none of them.`,
    )
  return { registers, sources, open }
}

function bucketsOf(
  { categories, categoriesLabel }: IncidentFilter,
  parts: readonly number[] | null,
  registers: readonly Register[],
): UnitBuckets {
  if (parts === null) {
    const bucketOfCategory = CATEGORIES.map((_, index) => (categories.includes(index) ? COUNTED : -1))
    return unitBuckets({ registers, classes: SEEN, bucketOfCategory, buckets: 1 })
  }
  const requested = CATEGORY_GROUPS.findIndex(({ code }) => code === groupOf(categoriesLabel))
  const bucketOf = (group: number, part: number) => {
    if (group !== requested) return -1
    if (part === PART_UNKNOWN) return TIME_UNKNOWN
    return parts.includes(part) ? COUNTED : -1
  }
  return partBuckets({ registers, classes: SEEN, bucketOf, buckets: 2 })
}
