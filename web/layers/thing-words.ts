import type { Thing } from './thing.ts'
import type { LayerTexts } from './messages.ts'

const MINUTE_MS = 60_000

interface ThingWords {
  /** What it is; of an incident its category, when it began and how exactly its place is known. */
  readonly what: string
  /** As the city calls it. */
  readonly name: string | null
  readonly caseNumber: string | null
}

/**
 * What there is to say of a thing of a layer in one line.
 *
 * @param nameOf gives the name of a category's code
 */
export function thingWords(thing: Thing, texts: LayerTexts, nameOf: (code: string) => string): ThingWords {
  const { layer, properties } = thing
  if (layer === 'incidents')
    return { what: incidentWords(properties, texts, nameOf), name: null, caseNumber: null }
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    what: texts.layers.one[layer],
    name: textOf(properties['name'] ?? properties['title']),
    caseNumber: textOf(properties['caseNumber']),
  }
}

function incidentWords(
  { category, from, precision, weight }: Thing['properties'],
  { layers, formats }: LayerTexts,
  nameOf: (code: string) => string,
): string {
  const began = typeof from === 'number' ? formats.moment(new Date(from * MINUTE_MS).toISOString()) : null
  const told = [
    nameOf(String(category)),
    began,
    layers.precisions[String(precision)] ?? null,
    typeof weight === 'number' && weight > 1 ? layers.standsFor(formats.count(weight)) : null,
  ]
  return told.filter((part) => part !== null).join(', ')
}
