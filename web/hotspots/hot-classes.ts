/** The classes of cells that are drawn, strongest first: each can be switched off in the legend. */
export const HOT_CLASSES = ['high4', 'high2', 'above'] as const
export type HotClass = (typeof HOT_CLASSES)[number]
