import type { FeatureCollection } from 'geojson'
import type { CheckResponse } from './check-response.ts'
import type { Evidence } from './evidence.ts'

const COLUMNS = [
  'zone',
  'from_metres',
  'to_metres',
  'land_m2',
  'group',
  'category',
  'period_from',
  'period_to',
  'count',
  'count_low',
  'count_high',
  'per_hectare',
  'year_earlier',
  'ratio',
  'ratio_low',
  'ratio_high',
  'interval_scaled',
  'comparable_places',
  'places_with_more',
  'share_with_more_low',
  'share_with_more_high',
] as const

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | boolean | null | undefined>>

/** The figures of a check as CSV (RFC 4180, points as decimal marks): one row a count, without any name. */
export function figuresCsv(evidence: Evidence): string {
  const lines = evidence.counts.map((count) => {
    const row = rowOf(count, evidence)
    return COLUMNS.map((column) => String(row[column] ?? '')).join(',')
  })
  return [COLUMNS.join(','), ...lines, ''].join('\r\n')
}

function rowOf(count: Evidence['counts'][number], { zones, periods = [], ranks, provenance }: Evidence): Row {
  const zone = zones.find((counted) => counted.zone === count.zone)
  const period = periods.find(({ per }) => per === count.per) ?? provenance.query
  const ofSite = count.zone === 0 && count.group !== null
  const rank = ofSite
    ? ranks.find(({ group, status }) => group === count.group && status === 'ok')
    : undefined
  return {
    zone: count.zone,
    from_metres: zone?.fromMetres,
    to_metres: zone?.toMetres,
    land_m2: zone?.landM2,
    group: count.group,
    category: count.category,
    period_from: period.from,
    period_to: period.to,
    count: count.count,
    count_low: count.interval.low,
    count_high: count.interval.high,
    per_hectare: count.perHectare,
    year_earlier: count.yearEarlier,
    ratio: count.ratio,
    ratio_low: count.ratioInterval?.low,
    ratio_high: count.ratioInterval?.high,
    interval_scaled: count.scaled,
    comparable_places: rank?.places,
    places_with_more: rank?.more,
    share_with_more_low: rank?.interval?.low,
    share_with_more_high: rank?.interval?.high,
  }
}

/** The area, the counted cells by zone, and the coarser cells with their figures, as GeoJSON (WGS 84). */
export function figuresGeoJson({
  evidence,
  cells,
  touchedCells,
}: Pick<CheckResponse, 'evidence' | 'cells' | 'touchedCells'>): FeatureCollection {
  const figures = new Map(evidence.cells.map((cell) => [cell.id, cell]))
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: evidence.provenance.query.geometry, properties: { kind: 'area' } },
      ...cells.features.map((cell) => ({
        ...cell,
        properties: { kind: 'counted-cell', zone: cell.properties.zone },
      })),
      ...touchedCells.features.map((cell) => ({
        ...cell,
        properties: { kind: 'compared-cell', ...figures.get(cell.properties.id) },
      })),
    ],
  }
}
