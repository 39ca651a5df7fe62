import type { Thing } from '../state/thing.ts'
import type { Texts } from './texts.ts'

/** A thing of a layer in one line: what it is, its name where it has one, and its case. */
export function thingWords({ layer, properties }: Thing, { layers }: Texts): string {
  const name = properties['name'] ?? properties['title']
  const caseNumber = properties['caseNumber']
  const named = typeof name === 'string' ? `${layers.one[layer]}: ${name}` : layers.one[layer]
  return typeof caseNumber === 'string' ? `${named} (${caseNumber})` : named
}
