/**
 * The colours of the map. The ground is quiet and warm; the one strong hue belongs to the cells. The three classes
 * differ in lightness by more than 20 L* each, so they keep their order without colour vision and in print.
 */
export const PALETTE = {
  water: '#d2e1e7',
  waterline: '#b4cbd5',
  land: '#f5f2ea',
  park: '#dfe8d4',
  square: '#ede4d4',
  building: '#e6dfd2',
  buildingLine: '#d7cfbf',
  street: '#ffffff',
  streetCasing: '#d9d1c1',
  path: '#cbc2ae',
  rail: '#a9a49a',
  label: '#3f4a54',
  labelQuiet: '#6a727a',
  labelHalo: '#f8f6f0',
  above: '#dcb8d3',
  high2: '#a8599a',
  high4: '#571a59',
  ink: '#1f2a33',
  accent: '#14505c',
  focusArea: '#8a6a12',
  patrol: '#2c6e49',
  camera: '#1d4f8c',
  area: '#5d6670',
  incident: '#2b2f36',
} as const
