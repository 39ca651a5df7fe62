import { type Signal, signal } from '@preact/signals'
import { createStoreContext } from '../ui/store-context.ts'

/** The layers that can be switched on and off, in the order of the list. */
export const TOGGLED_LAYERS = [
  'areas',
  'focus-areas',
  'patrol-zones',
  'cameras',
  'camera-views',
  'proposals',
  'incidents',
] as const
export type ToggledLayer = (typeof TOGGLED_LAYERS)[number]

export const DEFAULT_LAYERS: readonly ToggledLayer[] = ['proposals']

/** The shown overlays. */
export interface LayerChoice {
  readonly chosen: Signal<readonly ToggledLayer[]>
  toggle(layer: ToggledLayer): void
}

/** A choice with initial layers, usually those of the address. */
export function createLayerChoice(first: readonly ToggledLayer[]): LayerChoice {
  const chosen = signal(first)
  return {
    chosen,
    toggle: (layer) => {
      const before = chosen.peek()
      chosen.value = TOGGLED_LAYERS.filter((l) => (l === layer ? !before.includes(l) : before.includes(l)))
    },
  }
}

export const { Provider: LayerChoiceProvider, useStore: useLayerChoice } =
  createStoreContext<LayerChoice>('choice of layers')
