import type { MultiPolygon, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { Register } from '../../engine/disclosure/registers.ts'
import type { ShownCount } from '../../engine/disclosure/rounding.ts'
import type { EarlierDocument } from '../../releases/index.ts'
import type { DocumentCore, FiledDocument } from './filed-document.ts'

export interface EarlierFigure {
  readonly zone: number
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly count: ShownCount
}

/** An early document, from before documents contained only released figures: counts in a region of its own. */
export interface EarlierFiledDocument extends DocumentCore {
  /** SHA-256 of a secret salt and the evidence. */
  readonly evidenceSha256: string
  /** ISO instants [from, to). */
  readonly from: string
  readonly to: string
  /** Hectares at one decimal. */
  readonly zones: readonly {
    readonly zone: number
    readonly fromMetres: number
    readonly toMetres: number
    readonly hectares: number
  }[]
  readonly figures: readonly EarlierFigure[]
  readonly sources: readonly { readonly title: string }[]
}

/** Whether a stored document is of the earlier kind. */
export function isEarlier(document: FiledDocument | EarlierFiledDocument): document is EarlierFiledDocument {
  return !('version' in document)
}

const MINUTE_MS = 60_000

/**
 * The region in which no figures by statistical area are released.
 *
 * @param footprint metres in the city's CRS
 * @returns null where the document has no figures
 */
export function surroundingsOfEarlier(
  { zones, figures, from, to }: Pick<EarlierFiledDocument, 'zones' | 'figures' | 'from' | 'to'>,
  footprint: Polygon | MultiPolygon,
): EarlierDocument | null {
  const disclosed = figures.filter(({ count }) => count !== 'withheld' && count !== 'not-covered')
  if (disclosed.length === 0) return null
  return {
    footprint,
    reachMetres: Math.max(...zones.map(({ toMetres }) => toMetres)),
    fromMinute: Date.parse(from) / MINUTE_MS,
    toMinute: Date.parse(to) / MINUTE_MS,
    groups: [...new Set(disclosed.map(({ group }) => group))],
  }
}
