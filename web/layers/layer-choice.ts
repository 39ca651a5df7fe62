/** The classes of cells that are drawn, strongest first: each can be switched off in the legend. */
export const HOT_CLASSES = ['high4', 'high2', 'above'] as const
export type HotClass = (typeof HOT_CLASSES)[number]

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
