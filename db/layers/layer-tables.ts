import type { Geometry } from 'geojson'
import type { FeatureKind, FeatureKinds, PlanarFeature } from '../../server/engine/snapshot/features.ts'
import { decodeEwkb, encodeEwkb } from '../client/ewkb.ts'

type PropertiesOf<K extends FeatureKind> = FeatureKinds[K]['properties']

/** Where a small layer is stored: its table and the column of each property. */
export interface LayerTable<K extends FeatureKind> {
  readonly table: string
  readonly columns: Readonly<Record<keyof PropertiesOf<K> & string, string>>
}

export const LAYER_TABLES: { readonly [K in FeatureKind]: LayerTable<K> } = {
  cameras: {
    table: 'camera',
    columns: {
      name: 'name',
      operator: 'operator',
      purpose: 'purpose',
      contact: 'contact',
      directionDegrees: 'direction_degrees',
      viewDegrees: 'view_degrees',
      rangeMetres: 'range_metres',
      status: 'status',
      hours: 'hours',
      retentionDays: 'retention_days',
      legalBasis: 'legal_basis',
      balancingReference: 'balancing_reference',
      balancingSummary: 'balancing_summary',
    },
  },
  'patrol-zones': {
    table: 'patrol_zone',
    columns: {
      name: 'name',
      permit: 'permit',
      purpose: 'purpose',
      validFrom: 'valid_from',
      validTo: 'valid_to',
      schedule: 'schedule',
    },
  },
  'focus-areas': {
    table: 'focus_area',
    columns: {
      name: 'name',
      owner: 'owner',
      programmeFrom: 'programme_from',
      programmeTo: 'programme_to',
      budgetSek: 'budget_sek',
      plannedInvestments: 'planned_investments',
    },
  },
  areas: {
    table: 'area',
    columns: {
      kind: 'kind',
      name: 'name',
      validFrom: 'valid_from',
      validTo: 'valid_to',
      residents: 'residents',
      visitors: 'visitors',
      exposureSource: 'exposure_source',
      derived: 'derived',
    },
  },
  proposals: {
    table: 'proposal',
    columns: { title: 'title', description: 'description', caseNumber: 'case_number' },
  },
}

/** A row of a layer, live or from its history: the geometry as EWKB in hexadecimal. */
export type LayerRow = Readonly<Record<string, unknown>> & {
  readonly id: number
  readonly revision: number
  readonly geom: string
}

/** A feature's columns but those that the database fills. */
export function toRow<K extends FeatureKind>(
  kind: K,
  { planar, properties }: { readonly planar: Geometry; readonly properties: PropertiesOf<K> },
  srid: number,
): Record<string, unknown> {
  const row: Record<string, unknown> = { geom: encodeEwkb(planar, srid) }
  for (const [property, column] of columnsOf(kind)) {
    const value = (properties as unknown as Readonly<Record<string, unknown>>)[property]
    row[column] = Array.isArray(value) ? JSON.stringify(value) : value
  }
  return row
}

export function fromRow<K extends FeatureKind>(kind: K, row: LayerRow): PlanarFeature<K> {
  const properties = Object.fromEntries(
    columnsOf(kind).map(([property, column]) => [property, row[column] ?? null]),
  )
  const { id, revision, geom } = row
  const createdBy = kind === 'proposals' ? { createdBy: row.created_by ?? null } : {}
  return { id, revision, planar: decodeEwkb(geom), properties, ...createdBy } as unknown as PlanarFeature<K>
}

function columnsOf(kind: FeatureKind): readonly (readonly [property: string, column: string])[] {
  return Object.entries<string>(LAYER_TABLES[kind].columns)
}
