import type { PatrolZone } from '../../engine/snapshot/features.ts'
import type { Placement } from '../geometry/place.ts'
import { readPoints } from '../plan/read-points.ts'

/** Where guards may work, and when. */
export function demoPatrolZones(place: Placement): readonly Pick<PatrolZone, 'planar' | 'properties'>[] {
  return [
    {
      planar: place.polygon({
        outer: readPoints('255,560 800,560 830,850 250,850'),
        holes: [],
      }),
      properties: {
        name: 'Ångvisselplan och centralstationen',
        permit: 'EXP-2024-0031',
        purpose: 'Ordning kring resandet',
        validFrom: '2024-01-01',
        validTo: '2027-01-01',
        schedule: [
          { weekdays: [1, 2, 3, 4], startHour: 14, endHour: 23 },
          { weekdays: [5, 6], startHour: 14, endHour: 2 },
          { weekdays: [7], startHour: 14, endHour: 22 },
        ],
      },
    },
    {
      planar: place.polygon({
        outer: readPoints('760,-130 1240,-130 1250,260 770,260'),
        holes: [],
      }),
      properties: {
        name: 'Krogstråket Kandelabergatan',
        permit: 'EXP-2024-0032',
        purpose: 'Ordning vid utskänkning',
        validFrom: '2024-03-01',
        validTo: '2027-03-01',
        schedule: [{ weekdays: [5, 6], startHour: 21, endHour: 4 }],
      },
    },
    {
      planar: place.polygon({
        outer: readPoints('-255,-295 315,-280 315,-530 0,-425 -190,-420'),
        holes: [],
      }),
      properties: {
        name: 'Ekorrparken',
        permit: 'EXP-2025-0048',
        purpose: 'Narkotika och ordningsstörningar i parken',
        validFrom: '2025-09-01',
        validTo: '2026-12-31',
        schedule: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], startHour: 15, endHour: 24 }],
      },
    },
  ]
}
