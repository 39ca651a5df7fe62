import type { LikelySystem } from '../engine/projection/likely-systems.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import type { Envelope } from '../engine/snapshot/study-envelope.ts'
import type { Notice } from '../formats/notice.ts'
import type { Bounds } from '../formats/positions/preview-extent.ts'
import type { RejectReason } from '../formats/source-row.ts'
import type { LayerMapping, LayerMappingHints, LayerMappingInput } from './layer-mapping.ts'

/** A file of a layer as it came, with what it is read for; all of it can be cloned, and the bytes moved. */
export interface LayerFileRequest {
  /** GeoJSON where GDAL has read the file, else as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Null to have one guessed. */
  readonly mapping: LayerMapping | null
  /** What is known of a mapping that is guessed; null with a whole one. */
  readonly hints: LayerMappingHints | null
  readonly city: CityBounds
  readonly envelope: Envelope | null
  readonly zone: Zone
}

export type LayerRejectReason =
  | Exclude<
      RejectReason,
      `${string}-time` | 'time-order' | 'past-retention' | `unknown-${string}` | 'no-category'
    >
  | 'bad-geometry'
  | 'missing-value'
  | 'bad-value'

/** A row that cannot be taken. */
export interface RejectedFeature {
  /** Line of a CSV, the header being 1; ordinal of a feature, from 1. */
  readonly line: number
  readonly column: string | null
  readonly reason: LayerRejectReason
  readonly detail: string
}

/** A row as it is to be stored. */
export interface FileFeature {
  readonly line: number
  /** What it is known by from delivery to delivery: its id, or a digest of what it holds. */
  readonly key: string
  /** What the file says of it; a property that it does not speak of is absent. */
  readonly properties: Readonly<Record<string, unknown>>
  /** GeoJSON geometry as text, metres in the city's CRS on the 1 cm grid. */
  readonly planar: string
  /** SHA-256 of both. */
  readonly contentHash: string
}

/** Ways in which dates can be read, of which a person has to choose. */
export interface DateQuestion {
  readonly text: string
  readonly readings: readonly { readonly dateFormat: string; readonly means: string }[]
}

/** A file of a layer, read: what of it would be stored, and what cannot. */
export interface LayerFile {
  /** As it was read, whole; null when position or coordinate system are not known. */
  readonly mapping: LayerMappingInput | null
  readonly guessed: boolean
  /** What a person has to say: position, crs, or a required property. */
  readonly missing: readonly string[]
  readonly likelySystems: readonly LikelySystem[]
  readonly question: DateQuestion | null
  readonly notices: readonly Notice[]
  readonly columns: readonly string[]
  readonly rowsRead: number
  readonly features: readonly FileFeature[]
  /** Rows that say what an earlier one of the file says. */
  readonly repeated: number
  readonly rejected: Readonly<Partial<Record<LayerRejectReason, number>>>
  readonly rejects: readonly RejectedFeature[]
  /** Keys of the rejected rows that have one, so that they are not taken for missing. */
  readonly rejectedKeys: readonly string[]
  /** Rejected rows of which it cannot be said which they are. */
  readonly unidentified: number
  readonly extent: Bounds | null
}
