import type { Thing } from '../state/thing.ts'
import type { Texts } from './texts.ts'

const MINUTE_MS = 60_000

/**
 * A thing of a layer in one line: what it is, its name where it has one, and its case; of an incident its category,
 * when it began and how exactly its place is known.
 *
 * @param nameOf gives the name of a category's code
 */
export function thingWords(thing: Thing, texts: Texts, nameOf: (code: string) => string): string {
  const { layer, properties } = thing
  const { layers } = texts
  if (layer === 'incidents') return incidentWords(properties, texts, nameOf)
  const name = properties['name'] ?? properties['title']
  const caseNumber = properties['caseNumber']
  const named = typeof name === 'string' ? `${layers.one[layer]}: ${name}` : layers.one[layer]
  return typeof caseNumber === 'string' ? `${named} (${caseNumber})` : named
}

function incidentWords(
  { category, from, precision, weight }: Thing['properties'],
  { layers, formats }: Texts,
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
