import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { inFlavour } from './flavour.ts'
import { type Flavour, PALETTE } from './palette.ts'

/** The drawing order of both maps' layers, from below. */
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

/** A part of the style: sources, and layers by storey, lowest first. */
export interface StylePart {
  readonly sources?: StyleSpecification['sources']
  readonly layers?: Readonly<Partial<Record<Storey, readonly LayerSpecification[]>>>
  /** True for an external style, which is one flavour and stays it. */
  readonly keepsColours?: boolean
  /** Addresses of glyphs and sprite, for an external style. */
  readonly glyphs?: string
  readonly sprite?: string
}

/** Font files by the names that layers use. */
export type FontFaces = NonNullable<StyleSpecification['font-faces']>

/**
 * Merges parts into one style, on a background of water. Within a storey earlier parts lie lower.
 *
 * @param flavour parts are written in light colours; dark ones are put in their place
 * @throws when two sources or two layers have the same id
 */
export function buildStyle(
  fonts: FontFaces,
  parts: readonly StylePart[],
  flavour: Flavour = 'light',
): StyleSpecification {
  const sources = parts.flatMap((part) => Object.entries(part.sources ?? {}))
  const layers = STOREYS.flatMap((storey) => parts.flatMap((part) => layersOf(part, storey, flavour)))
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
    ...lastOf(parts, 'glyphs'),
    ...lastOf(parts, 'sprite'),
    sources: Object.fromEntries(sources),
    layers: [inFlavour(WATER, flavour), ...layers],
  }
}

function layersOf(
  { layers, keepsColours }: StylePart,
  storey: Storey,
  flavour: Flavour,
): readonly LayerSpecification[] {
  const own = layers?.[storey] ?? []
  return keepsColours === true ? own : own.map((layer) => inFlavour(layer, flavour))
}

const WATER: LayerSpecification = {
  id: 'water',
  type: 'background',
  paint: { 'background-color': PALETTE.water },
}

function lastOf<K extends 'glyphs' | 'sprite'>(
  parts: readonly StylePart[],
  key: K,
): Partial<Record<K, string>> {
  const value = parts.findLast((part) => part[key] !== undefined)?.[key]
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>)
}

function refuseDuplicates(what: string, ids: readonly string[]): void {
  const otherCity = ids.find((id, index) => ids.indexOf(id) !== index)
  if (otherCity !== undefined) throw new Error(`Two ${what} of the map are called ${otherCity}.`)
}
