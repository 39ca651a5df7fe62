import { z } from 'zod'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK, FLAGS, PRECISIONS } from '../engine/snapshot/incident.ts'
import { EDGES, type EdgeMetres, type IncidentFilter, type SurfaceQuery } from '../engine/snapshot/query.ts'
import { formatInstant } from '../platform/http/fields/instant.ts'
import { parseAs } from '../platform/http/fields/invalid.ts'
import {
  incidentFilterShape,
  type QueryContext,
  toIncidentFilter,
} from '../platform/http/fields/incident-filter.ts'

/** A parsed surface query; the edge may still depend on a zoom. */
interface ParsedSurfaceQuery extends Omit<SurfaceQuery, 'edgeMetres'> {
  readonly edgeMetres: EdgeMetres | 'auto'
}

const DEFAULT_EDGE = 200
const CELLS = [...EDGES.map(String), 'auto'] as const

/** The query parameters of a surface. All are texts, each at most once. */
export const surfaceQueryShape = {
  cell: z
    .enum(CELLS, `one of ${CELLS.join(', ')}`)
    .optional()
    .meta({
      description: `Length of a cell’s side in metres, or auto: as the zoom allows. ${DEFAULT_EDGE} unless given.`,
    }),
  ...incidentFilterShape,
  time: z.enum(['from', 'aoristic'], 'one of from, aoristic').optional().meta({
    description:
      'How an interval counts: at its start (from, unless given) or spread over it (aoristic, and always with hours or weekdays).',
  }),
  exposure: z
    .enum(['area', 'residents', 'visitors'], 'one of area, residents, visitors')
    .optional()
    .meta({ description: 'What an even spread is even over; area unless given.' }),
} as const

const surfaceParameters = z.strictObject(surfaceQueryShape)

/**
 * A surface query from query parameters. Unknown, repeated and contradictory ones are refused.
 *
 * @throws DomainError `invalid-parameter` naming field, value and rule
 */
export function parseSurfaceQuery(
  params: Record<string, unknown>,
  context: QueryContext,
): ParsedSurfaceQuery {
  const { cell, time, exposure, ...filter } = parseAs(surfaceParameters, params, 'invalid-parameter')
  return {
    edgeMetres: edgeOf(cell),
    filter: toIncidentFilter(filter, context),
    time: time ?? 'from',
    exposure: exposure ?? 'area',
  }
}

function edgeOf(cell: (typeof CELLS)[number] | undefined): EdgeMetres | 'auto' {
  if (cell === undefined) return DEFAULT_EDGE
  return cell === 'auto' ? 'auto' : (Number(cell) as EdgeMetres)
}

/**
 * The canonical text of a query: equal queries give equal texts, whatever their order or spelling. It is itself a
 * query string that parses to the same query, unless an audience's limits (`excluded`) were added to it.
 */
export function canonicalSurfaceQuery(query: SurfaceQuery | ParsedSurfaceQuery): string {
  const parts = [`cell=${query.edgeMetres}`]
  parts.push(canonicalFilter(query.filter))
  parts.push(`time=${query.time}`, `exposure=${query.exposure}`)
  return parts.join('&')
}

/** The canonical text of a filter: see `canonicalSurfaceQuery`. */
export function canonicalFilter(filter: IncidentFilter): string {
  const { hours, weekdays } = filter
  const parts = [categoriesText(filter)]
  if (filter.fromMinute !== null) parts.push(`from=${formatInstant(filter.fromMinute)}`)
  if (filter.toMinute !== null) parts.push(`to=${formatInstant(filter.toMinute)}`)
  if (hours !== null) parts.push(`hours=${hours.startHour}-${hours.endHour}`)
  if (weekdays !== null) parts.push(`weekdays=${weekdays.join(',')}`)
  if (filter.precisionMask !== DEFAULT_PRECISION_MASK)
    parts.push(`precision=${PRECISIONS.filter((_, code) => filter.precisionMask & (1 << code)).join(',')}`)
  if (filter.flags !== 0)
    parts.push(
      `flags=${Object.entries(FLAGS)
        .flatMap(([flag, bit]) => (filter.flags & bit ? [flag] : []))
        .join(',')}`,
    )
  if (filter.excludedFlags) parts.push(`excluded=${filter.excludedFlags}`)
  if (filter.sources !== null) parts.push(`sources=${filter.sources.join(',')}`)
  return parts.join('&')
}

function categoriesText({ categories, categoriesLabel }: IncidentFilter): string {
  if (categoriesLabel.startsWith('group:')) return `group=${categoriesLabel.slice('group:'.length)}`
  return `category=${categories.map((index) => CATEGORIES[index]!.code).join(',')}`
}
