import type { PublicIndex } from '../../server/releases/publication/contract.ts'
import type { PublicLayerId } from '../../server/public-site/contract.ts'
import type { PublicFiles, PublicLayer } from './public-files.ts'

/** The city's public measures. */
export interface PublicMeasures {
  readonly cameras: PublicLayer<'cameras'>
  readonly guards: PublicLayer<'guards'>
  readonly focusAreas: PublicLayer<'focus-areas'>
  readonly handlings: PublicLayer<'handlings'>
}

const LAYERS: readonly PublicLayerId[] = ['cameras', 'guards', 'focus-areas', 'handlings']

/** Whether the index lists every layer of measures; a server that has just started makes them first. */
export function areListed(layers: PublicIndex['layers']): boolean {
  return LAYERS.every((id) => layers.some((layer) => layer.id === id))
}

/** Loads all layers of measures in parallel. */
export async function loadMeasures(files: PublicFiles, abort: AbortSignal): Promise<PublicMeasures> {
  const layer = <L extends PublicLayerId>(id: L) => files.layer(id, abort)
  const [cameras, guards, focusAreas, publicDocuments] = await Promise.all([
    layer('cameras'),
    layer('guards'),
    layer('focus-areas'),
    layer('handlings'),
  ])
  return { cameras, guards, focusAreas, handlings: publicDocuments }
}
