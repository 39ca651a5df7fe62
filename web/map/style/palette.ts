/** The look of the map by day and by night. */
export type Flavour = 'light' | 'dark'

/**
 * The colours of the map. The base is muted; only cells have a strong hue. The three classes differ in lightness by
 * more than 20 L* each, so they keep their order without colour vision and in print.
 *
 * No two are the same: a layer is written in these, and the dark flavour has a counterpart of each.
 */
export const PALETTE = {
  water: '#d2e1e7',
  waterline: '#b4cbd5',
  land: '#f5f2ea',
  park: '#dfe8d4',
  square: '#ede4d4',
  building: '#e6dfd2',
  buildingLine: '#d7cfbf',
  street: '#fffefb',
  streetCasing: '#d9d1c1',
  path: '#cbc2ae',
  rail: '#a9a49a',
  label: '#3f4a54',
  labelQuiet: '#636b73',
  labelHalo: '#f8f6f0',
  /** Round what has to stand out from everything: the selected cell, dots, the draft. */
  halo: '#ffffff',
  above: '#dcb8d3',
  high2: '#a8599a',
  high4: '#571a59',
  more2: '#8f3d06',
  more: '#e3a263',
  fewer: '#7dbab8',
  fewer2: '#0f5a63',
  ink: '#1f2a33',
  accent: '#14505c',
  focusArea: '#8a6a12',
  patrol: '#2c6e49',
  camera: '#1d4f8c',
  area: '#5d6670',
  incident: '#2b2f36',
} as const

export type Colour = keyof typeof PALETTE

/** By night the strongest class is the lightest. */
export const DARK_PALETTE: Readonly<Record<Colour, string>> = {
  water: '#10171d',
  waterline: '#33434e',
  land: '#20272d',
  park: '#212e29',
  square: '#2b2b2c',
  building: '#2a323a',
  buildingLine: '#38434c',
  street: '#3b454e',
  streetCasing: '#151b20',
  path: '#4c575f',
  rail: '#65707a',
  label: '#dde4ea',
  labelQuiet: '#adb7c0',
  labelHalo: '#151a1f',
  halo: '#0b1014',
  above: '#6b456a',
  high2: '#bd7bb2',
  high4: '#f9d9f4',
  more2: '#ffd3a1',
  more: '#b5703a',
  fewer: '#3f8587',
  fewer2: '#b8ecec',
  ink: '#f2f6f9',
  accent: '#74cad9',
  focusArea: '#e3bb52',
  patrol: '#6dc993',
  camera: '#82b7f4',
  area: '#b3bcc5',
  incident: '#e6eaee',
}
