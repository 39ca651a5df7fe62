import type { StylePart } from './build-style.ts'
import { PALETTE } from './palette.ts'

const AREAS = { source: 'areas', 'source-layer': 'areas' } as const

/** Study area and water of the source `areas`, drawn where there is no base map. */
export const AREA_BASE: StylePart = {
  layers: {
    ground: [
      {
        id: 'study-land',
        type: 'fill',
        ...AREAS,
        filter: ['==', ['get', 'kind'], 'study'],
        paint: { 'fill-color': PALETTE.land, 'fill-antialias': false },
      },
      {
        id: 'water-areas',
        type: 'fill',
        ...AREAS,
        filter: ['==', ['get', 'kind'], 'water'],
        paint: { 'fill-color': PALETTE.water },
      },
    ],
  },
}
