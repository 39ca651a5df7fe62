import type { Vec } from '../geometry/vector.ts'
import { readPoints } from './read-points.ts'

export type DistrictId =
  | 'tjarbryggan'
  | 'vaverskestaden'
  | 'angvisselstaden'
  | 'repslagarbacken'
  | 'kranhamnen'
  | 'lodlinehojden'
  | 'smorblomshojden'
  | 'goktyteskogen'
  | 'fyrvaktarudden'
  | 'klockmakarangen'

export interface District {
  readonly id: DistrictId
  readonly name: string
  /** Position of the label. */
  readonly label: Vec
  readonly residents: number
  /** Visitors on an average day. */
  readonly visitors: number
  /** Number of its statistical areas. */
  readonly statisticalAreas: number
  /** Weight of incidents per site, relative to other districts. */
  readonly liveliness: number
}

export const DISTRICTS: readonly District[] = [
  {
    id: 'tjarbryggan',
    name: 'Tjärbryggan',
    label: [440, -1190],
    residents: 5200,
    visitors: 64000,
    statisticalAreas: 4,
    liveliness: 1.1,
  },
  {
    id: 'vaverskestaden',
    name: 'Väverskestaden',
    label: [640, 180],
    residents: 24800,
    visitors: 46000,
    statisticalAreas: 12,
    liveliness: 1.2,
  },
  {
    id: 'angvisselstaden',
    name: 'Ångvisselstaden',
    label: [480, 1050],
    residents: 4100,
    visitors: 38000,
    statisticalAreas: 4,
    liveliness: 1.05,
  },
  {
    id: 'repslagarbacken',
    name: 'Repslagarbacken',
    label: [-950, -350],
    residents: 16900,
    visitors: 9500,
    statisticalAreas: 9,
    liveliness: 1.1,
  },
  {
    id: 'kranhamnen',
    name: 'Kranhamnen',
    label: [-1250, -1500],
    residents: 600,
    visitors: 7200,
    statisticalAreas: 1,
    liveliness: 0.7,
  },
  {
    id: 'lodlinehojden',
    name: 'Lodlinehöjden',
    label: [-2450, 80],
    residents: 8700,
    visitors: 1900,
    statisticalAreas: 6,
    liveliness: 0.65,
  },
  {
    id: 'smorblomshojden',
    name: 'Smörblomshöjden',
    label: [-2050, 1500],
    residents: 13400,
    visitors: 4800,
    statisticalAreas: 8,
    liveliness: 0.8,
  },
  {
    id: 'goktyteskogen',
    name: 'Göktyteskogen',
    label: [620, 2120],
    residents: 3300,
    visitors: 2600,
    statisticalAreas: 3,
    liveliness: 0.6,
  },
  {
    id: 'fyrvaktarudden',
    name: 'Fyrvaktarudden',
    label: [2350, 1330],
    residents: 7100,
    visitors: 5400,
    statisticalAreas: 6,
    liveliness: 0.65,
  },
  {
    id: 'klockmakarangen',
    name: 'Klockmakarängen',
    label: [2100, -150],
    residents: 15200,
    visitors: 6700,
    statisticalAreas: 8,
    liveliness: 0.85,
  },
]

/** Open country belongs to a district too: a point in each of its pieces. */
export const OPEN_COUNTRY: readonly { readonly at: Vec; readonly district: DistrictId }[] = [
  { at: [-3100, -300], district: 'lodlinehojden' },
  { at: [-2300, -950], district: 'lodlinehojden' },
  { at: [-2900, 1600], district: 'smorblomshojden' },
  { at: [-2000, 2400], district: 'smorblomshojden' },
  { at: [-900, 1700], district: 'goktyteskogen' },
  { at: [-200, 2600], district: 'goktyteskogen' },
  { at: [1000, 1500], district: 'goktyteskogen' },
  { at: [1000, 2800], district: 'goktyteskogen' },
  { at: [1800, 2250], district: 'fyrvaktarudden' },
  { at: [3200, 1300], district: 'fyrvaktarudden' },
  { at: [3000, 1900], district: 'fyrvaktarudden' },
  { at: [3000, 200], district: 'klockmakarangen' },
  { at: [1800, -1500], district: 'klockmakarangen' },
  { at: [-2500, -1500], district: 'kranhamnen' },
  { at: [-1750, -2100], district: 'kranhamnen' },
  { at: [1095, -1300], district: 'vaverskestaden' },
  { at: [-440, -1000], district: 'repslagarbacken' },
  { at: [-520, -1500], district: 'kranhamnen' },
  { at: [-52, -1100], district: 'tjarbryggan' },
  { at: [400, 950], district: 'angvisselstaden' },
]

/** The city's limit at sea. */
export const CITY_LIMIT: readonly Vec[] = readPoints(
  '-4350,-1700 -2600,-3000 800,-3450 3500,-3350 4450,-1100 4450,1000 3300,2900 900,3750 -1800,3500 -3900,2500 -4450,400',
)
