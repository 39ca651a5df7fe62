import type { MapFeature } from './map-feature.ts'
import type { LayerTexts } from './messages.ts'

const MINUTE_MS = 60_000

interface FeatureTexts {
  /** Kind of feature; for an incident its category, start and precision. */
  readonly what: string
  /** The city's name for it. */
  readonly name: string | null
  readonly caseNumber: string | null
}

/**
 * The text of a feature in one line.
 *
 * @param nameOf gives the name of a category's code
 */
export function featureText(
  feature: MapFeature,
  texts: LayerTexts,
  nameOf: (code: string) => string,
): FeatureTexts {
  const { layer, properties } = feature
  if (layer === 'incidents')
    return { what: incidentText(properties, texts, nameOf), name: null, caseNumber: null }
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    what: texts.layers.one[layer],
    name: textOf(properties['name'] ?? properties['title']),
    caseNumber: textOf(properties['caseNumber']),
  }
}

function incidentText(
  { category, from, precision, weight }: MapFeature['properties'],
  { layers, formats }: LayerTexts,
  nameOf: (code: string) => string,
): string {
  const began = typeof from === 'number' ? formats.moment(new Date(from * MINUTE_MS).toISOString()) : null
  const reported = [
    nameOf(String(category)),
    began,
    layers.precisions[String(precision)] ?? null,
    typeof weight === 'number' && weight > 1 ? layers.standsFor(formats.count(weight)) : null,
  ]
  return reported.filter((part) => part !== null).join(', ')
}
