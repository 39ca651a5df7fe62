import { DomainError } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'
import type { FileLayer } from './file-layer.ts'
import { GEOGRAPHIC_MESSAGES as MESSAGES } from './messages/geographic.ts'

const MAX_SHOWN_LAYERS = 50

/**
 * The layer of a name; without one, the only layer that holds anything, of those with positions where there are any, and of
 * those that their workbook shows.
 *
 * @param what the file is called in refusals
 * @throws DomainError `invalid-file` that lists the layers
 */
export function chooseLayer(layers: readonly FileLayer[], name: string | null, what: Texts): FileLayer {
  const readable = layers.filter((layer) => !layer.name.startsWith('-'))
  const named = readable.find((layer) => layer.name === name)
  if (named !== undefined) return named
  const full = readable.filter(({ features }) => features !== 0)
  const shown = (all: readonly FileLayer[]) => all.slice(0, MAX_SHOWN_LAYERS)
  if (name !== null) throw choiceRefused(MESSAGES.noSuchLayer(what, name, shown(readable)), shown(readable))
  const located = full.filter(({ geometryType }) => geometryType !== null)
  const holding = located.length > 0 ? located : full
  const visible = holding.filter(({ hidden }) => !hidden)
  const candidates = visible.length > 0 ? visible : holding
  if (candidates.length === 1) return candidates[0]!
  if (candidates.length === 0) throw new DomainError('invalid-file', MESSAGES.nothingInside(what))
  throw choiceRefused(MESSAGES.severalLayers(what, shown(candidates)), shown(candidates))
}

function choiceRefused(message: Texts, layers: readonly FileLayer[]): DomainError {
  const problems = layers.map((layer) => {
    const { sv, en } = MESSAGES.layer(layer)
    return { field: 'layer', value: layer.name, rule: en, sv }
  })
  return new DomainError('invalid-file', message, { problems })
}
