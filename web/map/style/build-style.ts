import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { PALETTE } from './palette.ts'

/** From below: what covers what. Every layer of both maps lies in one of these. */
export const STOREYS = [
  'ground',
  'surface',
  'streets',
  'outlines',
  'overlays',
  'draft',
  'labels',
  'names',
] as const
export type Storey = (typeof STOREYS)[number]

/** What one room adds to the map: its sources, and its layers by storey, lowest first. */
export interface StylePart {
  readonly sources?: StyleSpecification['sources']
  readonly layers?: Readonly<Partial<Record<Storey, readonly LayerSpecification[]>>>
}

/** Glyphs come from font files, by the names that layers ask for. */
export type FontFaces = NonNullable<StyleSpecification['font-faces']>

/**
 * One style of all parts, on water. Within a storey the layers of an earlier part lie lower.
 *
 * @throws when two sources or two layers have the same id
 */
export function buildStyle(fonts: FontFaces, parts: readonly StylePart[]): StyleSpecification {
  const sources = parts.flatMap((part) => Object.entries(part.sources ?? {}))
  const layers = STOREYS.flatMap((storey) => parts.flatMap((part) => part.layers?.[storey] ?? []))
  refuseDuplicates(
    'sources',
    sources.map(([id]) => id),
  )
  refuseDuplicates(
    'layers',
    [WATER, ...layers].map(({ id }) => id),
  )
  return {
    version: 8,
    'font-faces': fonts,
    sources: Object.fromEntries(sources),
    layers: [WATER, ...layers],
  }
}

const WATER: LayerSpecification = {
  id: 'water',
  type: 'background',
  paint: { 'background-color': PALETTE.water },
}

function refuseDuplicates(what: string, ids: readonly string[]): void {
  const otherCity = ids.find((id, index) => ids.indexOf(id) !== index)
  if (otherCity !== undefined) throw new Error(`Two ${what} of the map are called ${otherCity}.`)
}
