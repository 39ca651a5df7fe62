import type { Camera } from '../../engine/snapshot/features.ts'
import type { Placement } from '../geometry/place.ts'
import type { Vec } from '../geometry/vector.ts'

interface Mast {
  readonly name: string
  readonly at: Vec
  readonly directionDegrees: number | null
  readonly viewDegrees: number
  readonly rangeMetres: number
  readonly status: 'planned' | 'active' | 'removed'
  /** The balancing of interests that covers it. */
  readonly balancing: 'station' | 'nightlife' | 'park'
}

const mast = (
  name: string,
  at: Vec,
  directionDegrees: number | null,
  viewDegrees: number,
  rangeMetres: number,
  balancing: Mast['balancing'],
  status: Mast['status'] = 'active',
): Mast => ({ name, at, directionDegrees, viewDegrees, rangeMetres, balancing, status })

const MASTS: readonly Mast[] = [
  mast('Ångvisselplan NV', [385, 768], 120, 90, 70, 'station'),
  mast('Ångvisselplan NO', [635, 768], 240, 90, 70, 'station'),
  mast('Ångvisselplan S', [510, 688], 0, 110, 75, 'station'),
  mast('Centralen, huvudentrén', [470, 778], 180, 100, 55, 'station'),
  mast('Centralen, cykelgaraget', [650, 740], 270, 80, 60, 'station'),
  mast('Stationsgatan Ö', [705, 655], 265, 60, 90, 'station'),
  mast('Kandelabergatan V', [880, 70], 90, 60, 90, 'nightlife'),
  mast('Kandelabergatan M', [1000, 76], null, 360, 60, 'nightlife'),
  mast('Kandelabergatan Ö', [1120, 82], 268, 60, 90, 'nightlife'),
  mast('Kandelabergatan, taxiplatsen', [1060, -10], 315, 90, 60, 'nightlife'),
  mast('Ekorrparken, damm', [70, -360], 200, 100, 65, 'park'),
  mast('Ekorrparken, södra grinden', [230, -470], 330, 80, 60, 'park'),
  mast('Vattentrappan', [600, -520], 60, 90, 60, 'park', 'planned'),
  mast('Bangårdslunden, tunneln', [-815, 40], 45, 70, 50, 'park', 'removed'),
]

const BALANCING = {
  station: {
    purpose: 'Förebygga och utreda brott vid centralstationen',
    reference: 'EXS-2025/0711',
    summary:
      'Många resande och återkommande våld väger tyngre än intrånget; ingen ljudupptagning, bilden maskas mot bostäder.',
  },
  nightlife: {
    purpose: 'Förebygga och utreda våld i krogmiljö',
    reference: 'EXS-2025/0712',
    summary: 'Bevakning bara av krogstråket och bara när det är i bruk; entréer till bostäder maskas.',
  },
  park: {
    purpose: 'Förebygga narkotikahandel och ordningsstörningar',
    reference: 'EXS-2025/0903',
    summary: 'Prövas om efter tolv månader; lekplats och sittplatser maskas.',
  },
} as const

const HOURS = { station: 'dygnet runt', nightlife: 'torsdag–söndag 20–05', park: 'dagligen 15–01' } as const

/** The city's safety cameras. */
export function demoCameras(place: Placement): readonly Pick<Camera, 'planar' | 'properties'>[] {
  return MASTS.map(({ name, at, directionDegrees, viewDegrees, rangeMetres, status, balancing }) => ({
    planar: place.point(at),
    properties: {
      name,
      operator: 'Exempelstads kommun',
      purpose: BALANCING[balancing].purpose,
      contact: 'trygghetskameror@exempelstad.example',
      directionDegrees,
      viewDegrees,
      rangeMetres,
      status,
      hours: HOURS[balancing],
      retentionDays: 30,
      legalBasis: 'Uppgift av allmänt intresse; kamerabevakningslagen (2018:1200)',
      balancingReference: BALANCING[balancing].reference,
      balancingSummary: BALANCING[balancing].summary,
    },
  }))
}
