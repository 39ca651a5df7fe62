import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { HourWindow } from '../../engine/snapshot/query.ts'
import type { Vec } from '../geometry/vector.ts'
import type { SourceId, Span } from './mix.ts'
import type { RhythmName, SeasonName } from './rhythms.ts'

/** How a spot's level changes over the three years. `at` is a fractional year: 2025.5 = the first of July 2025. */
export type Course =
  | { readonly kind: 'steady' }
  | { readonly kind: 'emerging'; readonly at: number }
  | { readonly kind: 'fading'; readonly at: number }
  | { readonly kind: 'until'; readonly at: number; readonly remaining: number }
  | { readonly kind: 'since'; readonly at: number; readonly before: number }

export interface PlantedPart {
  readonly category: string
  /** Weight among all that is drawn, on top of the 71,600 of `CATEGORY_MIX`. */
  readonly share: number
  readonly source: SourceId
  readonly span: Span
}

/** A comparison with a known result: incidents in the circle against an even spread over the city's land. */
export interface PlantedClaim {
  readonly group: CategoryGroupCode
  readonly hours: HourWindow | null
  readonly weekdays: readonly number[] | null
  /** ISO dates [from, to). */
  readonly from: string
  readonly to: string
  /** Bounds that the ratio, found by counting, lies within. */
  readonly ratio: readonly [low: number, high: number]
}

/** A planted hotspot. */
export interface PlantedSpot {
  readonly id: string
  readonly sv: string
  readonly en: string
  readonly role:
    | 'hot'
    | 'dominated'
    | 'emerging'
    | 'fading'
    | 'busy'
    | 'displaced-from'
    | 'displaced-to'
    | 'seasonal'
  readonly at: Vec
  readonly radiusMetres: number
  readonly rhythm: RhythmName
  readonly season: SeasonName
  readonly course: Course
  readonly parts: readonly PlantedPart[]
  /** Share that one address in the middle reports. */
  readonly dominance: number
  readonly claims: readonly PlantedClaim[]
}

const part = (category: string, share: number, source: SourceId, span: Span): PlantedPart => ({
  category,
  share,
  source,
  span,
})

const WHOLE = { hours: null, weekdays: null, from: '2023-11-01', to: '2026-11-01' } as const
const STEADY: Course = { kind: 'steady' }

/** The truth of the demo city. Positions are metres east and north of the city's origin. */
export const PLANTED_SPOTS: readonly PlantedSpot[] = [
  {
    id: 'kandelabergatan',
    sv: 'Krogstråket på Kandelabergatan',
    en: 'The nightlife street, Kandelabergatan',
    role: 'hot',
    at: [1000, 60],
    radiusMetres: 160,
    rhythm: 'nightlife',
    season: 'summer',
    course: STEADY,
    parts: [
      part('violence', 640, 'polisen', 'moment'),
      part('threat_harassment', 260, 'polisen', 'moment'),
      part('robbery', 70, 'polisen', 'moment'),
      part('public_drunkenness', 620, 'ordningsvakt', 'moment'),
      part('disorder', 420, 'ordningsvakt', 'short'),
    ],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'people', ratio: [20, 60] },
      { ...WHOLE, group: 'people', hours: { startHour: 22, endHour: 3 }, weekdays: [5, 6], ratio: [60, 220] },
      { ...WHOLE, group: 'order', ratio: [15, 45] },
    ],
  },
  {
    id: 'angvisselplan',
    sv: 'Ångvisselplan vid centralstationen',
    en: 'Ångvisselplan, the square at the central station',
    role: 'hot',
    at: [510, 715],
    radiusMetres: 170,
    rhythm: 'station',
    season: 'even',
    course: STEADY,
    parts: [
      part('violence', 260, 'polisen', 'moment'),
      part('threat_harassment', 320, 'polisen', 'moment'),
      part('robbery', 90, 'polisen', 'moment'),
      part('theft', 1300, 'polisen', 'workday'),
      part('drugs', 420, 'polisen', 'moment'),
      part('public_drunkenness', 380, 'ordningsvakt', 'moment'),
      part('disorder', 460, 'ordningsvakt', 'short'),
    ],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'people', ratio: [12, 40] },
      { ...WHOLE, group: 'property', ratio: [8, 26] },
      { ...WHOLE, group: 'order', ratio: [15, 45] },
    ],
  },
  {
    id: 'knappnalsgatan',
    sv: 'Butikerna på Knappnålsgatan; ett varuhus anmäler nästan hälften',
    en: 'The shops on Knappnålsgatan; one department store reports nearly half',
    role: 'dominated',
    at: [-60, 80],
    radiusMetres: 160,
    rhythm: 'shops',
    season: 'trade',
    course: STEADY,
    parts: [part('theft', 2400, 'polisen', 'moment')],
    dominance: 0.45,
    claims: [
      { ...WHOLE, group: 'property', ratio: [16, 50] },
      {
        ...WHOLE,
        group: 'property',
        hours: { startHour: 10, endHour: 19 },
        weekdays: [1, 2, 3, 4, 5, 6],
        ratio: [25, 80],
      },
    ],
  },
  {
    id: 'tjarkajens-parkering',
    sv: 'Parkeringen vid Tjärkajen: buskörning sedan våren 2026',
    en: 'The car park on Tjärkajen: vehicle nuisance since the spring of 2026',
    role: 'emerging',
    at: [-640, -1960],
    radiusMetres: 160,
    rhythm: 'cruising',
    season: 'summer',
    course: { kind: 'emerging', at: 2026.2 },
    parts: [
      part('vehicle_nuisance', 520, 'polisen', 'short'),
      part('disorder', 140, 'ordningsvakt', 'short'),
    ],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'order', from: '2025-04-01', to: '2025-11-01', ratio: [0, 2.5] },
      { ...WHOLE, group: 'order', from: '2026-04-01', to: '2026-11-01', ratio: [25, 90] },
    ],
  },
  {
    id: 'bangardslunden',
    sv: 'Gångtunneln i Bangårdslunden: klotter som avtar sedan ny belysning våren 2025',
    en: 'The underpass in Bangårdslunden: graffiti that fades after new lighting in the spring of 2025',
    role: 'fading',
    at: [-800, 60],
    radiusMetres: 160,
    rhythm: 'nights',
    season: 'even',
    course: { kind: 'fading', at: 2025.2 },
    parts: [part('graffiti', 640, 'felanmalan', 'overnight'), part('vandalism', 360, 'polisen', 'overnight')],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'property', to: '2024-11-01', ratio: [9, 35] },
      { ...WHOLE, group: 'property', from: '2025-11-01', ratio: [0.5, 5] },
    ],
  },
  {
    id: 'exempeltorget',
    sv: 'Exempeltorget: många stölder, men få per besökare',
    en: 'Exempeltorget: many thefts, but few per visitor',
    role: 'busy',
    at: [545, -1040],
    radiusMetres: 250,
    rhythm: 'sights',
    season: 'highSummer',
    course: STEADY,
    parts: [part('theft', 1900, 'polisen', 'moment')],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'property', ratio: [6, 20] },
      { ...WHOLE, group: 'property', from: '2026-06-01', to: '2026-09-01', ratio: [10, 40] },
    ],
  },
  {
    id: 'ekorrparken',
    sv: 'Ekorrparken: ordningsvakter sedan 1 september 2025, färre störningar',
    en: 'Ekorrparken: guards since 1 September 2025, less disorder',
    role: 'displaced-from',
    at: [90, -390],
    radiusMetres: 170,
    rhythm: 'evenings',
    season: 'summer',
    course: { kind: 'until', at: 2025.667, remaining: 0.15 },
    parts: [part('drugs', 420, 'polisen', 'moment'), part('disorder', 380, 'ordningsvakt', 'short')],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'order', to: '2025-09-01', ratio: [14, 50] },
      { ...WHOLE, group: 'order', from: '2025-09-01', ratio: [2, 14] },
    ],
  },
  {
    id: 'vattentrappan',
    sv: 'Vattentrappan: dit en del av störningarna i Ekorrparken flyttade',
    en: 'Vattentrappan: where part of the disorder of Ekorrparken went',
    role: 'displaced-to',
    at: [640, -500],
    radiusMetres: 150,
    rhythm: 'evenings',
    season: 'summer',
    course: { kind: 'since', at: 2025.667, before: 0.05 },
    parts: [part('drugs', 210, 'polisen', 'moment'), part('disorder', 170, 'ordningsvakt', 'short')],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'order', to: '2025-09-01', ratio: [0.3, 5] },
      { ...WHOLE, group: 'order', from: '2025-09-01', ratio: [12, 50] },
    ],
  },
  {
    id: 'strandkvannsbadet',
    sv: 'Strandkvannsbadet: skräp på sommarmorgnar',
    en: 'Strandkvannsbadet, a beach: litter on summer mornings',
    role: 'seasonal',
    at: [3040, 330],
    radiusMetres: 170,
    rhythm: 'mornings',
    season: 'highSummer',
    course: STEADY,
    parts: [part('litter', 1100, 'felanmalan', 'moment')],
    dominance: 0,
    claims: [
      { ...WHOLE, group: 'environment', from: '2026-06-01', to: '2026-09-01', ratio: [15, 80] },
      { ...WHOLE, group: 'environment', from: '2025-12-01', to: '2026-03-01', ratio: [0, 4] },
    ],
  },
]
