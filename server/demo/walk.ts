import type { ObservationKind } from '../observations/index.ts'

/** Something that was found on the demo city's walk. */
export interface DemoFinding {
  readonly kind: ObservationKind | 'works-well'
  /** Where, as shares of the place's width and height from the south-west. */
  readonly at: readonly [east: number, north: number]
  readonly text: string
  readonly who: string | null
  /** What was answered, so many days after the walk; null while nobody has. */
  readonly response: { readonly words: string; readonly afterDays: number; readonly isDone: boolean } | null
}

/** An evening round the station: when, with whom, which way. */
export const DEMO_WALK = {
  daysAgo: 38,
  hour: '18:30',
  light: 'dark',
  groups: [
    { group: 'Boende', count: 9 },
    { group: 'Ungdomsrådet', count: 3 },
    { group: 'Pensionärsrådet', count: 2 },
    { group: 'Fastighetsägarna vid stationen', count: 2 },
    { group: 'Polisen', count: 1 },
    { group: 'Stadsdelsförvaltningen', count: 2 },
  ],
  route: [
    [0.5, 0.18],
    [0.46, 0.3],
    [0.42, 0.36],
    [0.47, 0.5],
    [0.58, 0.55],
    [0.66, 0.6],
    [0.6, 0.75],
    [0.45, 0.8],
  ],
  /** The second walk, planned so many days ahead, looks at the same points again. */
  againInDays: 16,
} as const

export const DEMO_FINDINGS: readonly DemoFinding[] = [
  {
    kind: 'darkness',
    at: [0.42, 0.36],
    text: 'Gångtunneln: tre lampor släckta, ingen ser vem som kommer',
    who: 'Trafikkontoret',
    response: { words: 'Lamporna är bytta och ronderas varje månad.', afterDays: 9, isDone: true },
  },
  {
    kind: 'sight-lines',
    at: [0.47, 0.5],
    text: 'Buskaget vid cykelställen är högre än en vuxen',
    who: 'Fastighetsägarna vid stationen',
    response: null,
  },
  {
    kind: 'litter',
    at: [0.58, 0.55],
    text: 'Papperskorgarna svämmar över på lördagar',
    who: 'Trafikkontoret',
    response: { words: 'Töms även på lördagar från och med nu.', afterDays: 12, isDone: false },
  },
  {
    kind: 'works-well',
    at: [0.5, 0.18],
    text: 'Kiosken vid södra utgången: alltid någon där',
    who: null,
    response: null,
  },
  {
    kind: 'deserted',
    at: [0.6, 0.75],
    text: 'Bussgatan efter klockan 21: inga fönster, inga människor',
    who: 'Stadsdelsförvaltningen',
    response: null,
  },
]
