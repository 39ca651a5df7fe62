/** Where the incident took place; the position in the list is the stored code. */
export const SETTINGS = ['unknown', 'outdoor', 'indoor_public', 'dwelling'] as const

/** How exact a position is, finest first; the position in the list is the stored code. */
export const PRECISIONS = ['address', 'street', 'place', 'district', 'municipality', 'county'] as const
export type Precision = (typeof PRECISIONS)[number]

/** Flags of particular protection, as bits. */
export const FLAGS = { elder_crime: 1, hate: 2, child: 4, domestic: 8 } as const
export type Flag = keyof typeof FLAGS

/** The precisions that a surface may rest on: coarser ones would pile a whole district up at its centre. */
export const PLACED_PRECISIONS = ['address', 'street', 'place'] as const satisfies readonly Precision[]

/** The precisions that hotspots rest on unless the caller says otherwise: bits by precision code. */
export const DEFAULT_PRECISION_MASK = 0b000011

/**
 * One incident as it is stored, in the city's own terms.
 *
 * Times are whole minutes since 1970-01-01T00:00Z and mean [from, to). `toMinute === fromMinute` says that no end
 * is known. A month-only row spans its whole local month.
 */
export interface IncidentContent {
  readonly sourceId: string
  readonly externalId: string
  /** Easting and northing in the city's CRS, centimetres, Int32. */
  readonly xCm: number
  readonly yCm: number
  readonly fromMinute: number
  readonly toMinute: number
  readonly reportedMinute: number | null
  readonly categoryIndex: number
  readonly flags: number
  readonly settingCode: number
  readonly precisionCode: number
  /** How many incidents the row stands for, ≥ 1. */
  readonly weight: number
  readonly text: string | null
}

/** An incident with its identity in this database. */
export interface StoredIncident extends IncidentContent {
  readonly id: number
  readonly revision: number
  readonly importId: number | null
  /** First 64 bits of the SHA-256 of the canonical content: see `contentHash`. */
  readonly contentHash: bigint
  readonly retractedReason: string | null
}
