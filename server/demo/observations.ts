import type { ObservationKind, ObservationState } from '../observations/index.ts'

/** Something that was seen again and again at the demo city's place, until something was done. */
export interface DemoSightings {
  readonly kind: ObservationKind
  /** Days before today on which it was seen. */
  readonly daysAgo: readonly number[]
  readonly hour: number
  /** Where, as shares of the place's width and height from the south-west; null where nobody said. */
  readonly at: readonly [east: number, north: number] | null
  readonly texts: readonly (string | null)[]
  /** What became of those that are old enough: so many days after they were seen. */
  readonly outcome: {
    readonly state: ObservationState
    readonly words: string
    readonly afterDays: number
  } | null
}

/** The label and token of the link on the demo city's wall. It opens nothing but the form. */
export const DEMO_LINK = {
  label: 'Stationens södra utgång',
  token: 'exempelstad-stationen-sodra-utgangen-000000',
} as const

/** Ten weeks at the place: the tunnel was dark until its lamps were changed, the bins ran over on Saturdays. */
export const SIGHTINGS: readonly DemoSightings[] = [
  {
    kind: 'darkness',
    daysAgo: [68, 66, 65, 61, 58, 55, 54, 51, 47, 44, 40, 37, 34, 30, 27],
    hour: 18,
    at: [0.42, 0.35],
    texts: ['Tre lampor i gångtunneln är släckta', null, null, 'Fortfarande mörkt i tunneln', null],
    outcome: { state: 'fixed', words: 'Lamporna i gångtunneln är bytta.', afterDays: 9 },
  },
  {
    kind: 'darkness',
    daysAgo: [2, 1],
    hour: 17,
    at: [0.66, 0.6],
    texts: ['Lampan vid busshållplatsen blinkar', null],
    outcome: null,
  },
  {
    kind: 'litter',
    daysAgo: [64, 57, 50, 43, 36, 29, 22, 15, 8],
    hour: 10,
    at: [0.55, 0.52],
    texts: ['Papperskorgen svämmar över efter lördagen', null],
    outcome: { state: 'fixed', words: 'Tömt. Korgarna töms även på lördagar.', afterDays: 2 },
  },
  {
    kind: 'disorder',
    daysAgo: [62, 55, 48, 41, 34, 27, 20, 13, 6, 5],
    hour: 23,
    at: [0.5, 0.25],
    texts: [null, 'Hög musik och bråk vid södra utgången', null],
    outcome: { state: 'forwarded', words: 'Lämnad till ordningsvakternas planering.', afterDays: 3 },
  },
  {
    kind: 'sight-lines',
    daysAgo: [59, 45, 31, 17, 4],
    hour: 16,
    at: [0.3, 0.62],
    texts: ['Buskaget skymmer cykelställen', null],
    outcome: { state: 'forwarded', words: 'Lämnad till fastighetsägaren.', afterDays: 5 },
  },
  {
    kind: 'vandalism',
    daysAgo: [53, 39, 25, 11],
    hour: 8,
    at: [0.47, 0.4],
    texts: ['Klotter på tunnelns norra vägg'],
    outcome: { state: 'fixed', words: 'Sanerat.', afterDays: 1 },
  },
  {
    kind: 'drug-dealing',
    daysAgo: [56, 42, 28, 14, 3, 3],
    hour: 21,
    at: [0.61, 0.3],
    texts: [null],
    outcome: { state: 'forwarded', words: 'Lämnad till kommunpolisen.', afterDays: 2 },
  },
  {
    kind: 'deserted',
    daysAgo: [60, 46, 32, 18],
    hour: 22,
    at: null,
    texts: ['Ingen ute efter att kiosken stängt', null],
    outcome: {
      state: 'no-action',
      words: 'Platsen får en kvällsöppen verksamhet först nästa år.',
      afterDays: 14,
    },
  },
  {
    kind: 'threat',
    daysAgo: [38, 12],
    hour: 20,
    at: null,
    texts: [null],
    outcome: { state: 'forwarded', words: 'Lämnad till kommunpolisen.', afterDays: 1 },
  },
  {
    kind: 'safer',
    daysAgo: [24, 16, 7],
    hour: 19,
    at: [0.42, 0.35],
    texts: ['Tunneln är ljus igen, skönt', null],
    outcome: { state: 'fixed', words: 'Tack, det tar vi med oss.', afterDays: 2 },
  },
]
