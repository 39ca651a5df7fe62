import type { FocusArea } from '../../engine/snapshot/features.ts'
import type { Placement } from '../geometry/place.ts'
import { readPoints } from '../plan/read-points.ts'

/** Where the city directs its investments. */
export function demoFocusAreas(place: Placement): readonly Pick<FocusArea, 'planar' | 'properties'>[] {
  return [
    {
      planar: place.polygon({
        outer: readPoints(
          '-2700,1260 -2250,960 -1790,955 -1510,1180 -1440,1700 -1730,2130 -2340,2160 -2700,1770',
        ),
        holes: [],
      }),
      properties: {
        name: 'Fokusområde Smörblomshöjden',
        owner: 'Stadsdelsnämnden i Smörblomshöjden',
        programmeFrom: '2025-01-01',
        programmeTo: '2028-12-31',
        budgetSek: 84_000_000,
        plannedInvestments: 'Nytt badhus, upprustad park, skolvägar',
      },
    },
    {
      planar: place.polygon({
        outer: readPoints('-820,-2250 -560,-2080 -520,-1560 -800,-1570 -820,-1900'),
        holes: [],
      }),
      properties: {
        name: 'Fokusområde Södra Tjärkajen',
        owner: 'Exploateringsnämnden',
        programmeFrom: '2026-01-01',
        programmeTo: '2030-12-31',
        budgetSek: 210_000_000,
        plannedInvestments: 'Kajpromenad, farthinder, belysning, bostäder',
      },
    },
    {
      planar: place.polygon({
        outer: readPoints('-990,-120 -640,-120 -510,400 -700,540 -900,160'),
        holes: [],
      }),
      properties: {
        name: 'Fokusområde Bangårdslunden',
        owner: 'Tekniska nämnden',
        programmeFrom: '2024-06-01',
        programmeTo: '2026-12-31',
        budgetSek: 19_500_000,
        plannedInvestments: 'Ljusare gångtunnel, siktröjning, nya stråk',
      },
    },
  ]
}
