/** Odds of the 168 hours of a week, Monday 00:00 first. */
export type WeekRhythm = Float64Array

interface Swell {
  readonly weekdays: readonly number[]
  /** [from, to) in hours; above 24 it runs into the next day. */
  readonly from: number
  readonly to: number
  readonly odds: number
}

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]
const WORKDAYS = [1, 2, 3, 4, 5]
const WEEKEND_NIGHTS = [5, 6]

function rhythm(base: number, swells: readonly Swell[]): WeekRhythm {
  const odds = new Float64Array(168).fill(base)
  for (const { weekdays, from, to, odds: more } of swells) {
    for (const day of weekdays) {
      for (let hour = from; hour < to; hour++) odds[((day - 1) * 24 + hour) % 168]! += more
    }
  }
  return odds
}

const swell = (weekdays: readonly number[], from: number, to: number, odds: number): Swell => ({
  weekdays,
  from,
  to,
  odds,
})

/** When things happen, by the hour of the week. */
export const RHYTHMS = {
  /** Bars and their queues. */
  nightlife: rhythm(0.02, [
    swell(WEEKEND_NIGHTS, 22, 27, 10),
    swell(WEEKEND_NIGHTS, 20, 22, 2.5),
    swell([3, 4], 22, 26, 1.6),
  ]),
  /** Violence outside the bars: evenings, more at weekends. */
  evenings: rhythm(0.4, [swell(ALL_DAYS, 15, 24, 1.2), swell(WEEKEND_NIGHTS, 21, 27, 1.6)]),
  /** Travellers and those who hang about. */
  station: rhythm(0.25, [swell(ALL_DAYS, 14, 23, 2.4), swell(WORKDAYS, 7, 9, 1)]),
  /** Opening hours. */
  shops: rhythm(0.02, [swell(WORKDAYS, 10, 19, 3), swell([6], 10, 17, 3.4), swell([7], 11, 16, 1.4)]),
  /** Thefts anywhere: by day, bicycles by the evening. */
  days: rhythm(0.35, [swell(ALL_DAYS, 8, 20, 1.4), swell(WORKDAYS, 15, 18, 0.8)]),
  /** Sightseers. */
  sights: rhythm(0.03, [swell(ALL_DAYS, 10, 18, 2.2), swell([6, 7], 11, 17, 1)]),
  /** Empty homes: away at work, away at night. */
  absence: rhythm(0.5, [swell(WORKDAYS, 8, 16, 1), swell(WEEKEND_NIGHTS, 18, 24, 0.8)]),
  nights: rhythm(0.3, [swell(ALL_DAYS, 21, 28, 1.5), swell(WEEKEND_NIGHTS, 22, 29, 1.4)]),
  /** Cars and mopeds to be seen in. */
  cruising: rhythm(0.05, [swell([4, 5, 6, 7], 19, 25, 3), swell([1, 2, 3], 19, 23, 0.8)]),
  /** The morning round that reports what the night left. */
  mornings: rhythm(0.05, [
    swell(WORKDAYS, 6, 11, 3),
    swell([6, 7], 7, 11, 1.4),
    swell(WORKDAYS, 11, 16, 0.8),
  ]),
} as const satisfies Readonly<Record<string, WeekRhythm>>

export type RhythmName = keyof typeof RHYTHMS

/** Odds by month, January first. */
export const SEASONS = {
  even: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  summer: [0.75, 0.75, 0.85, 1, 1.2, 1.35, 1.35, 1.35, 1.1, 0.95, 0.8, 0.85],
  highSummer: [0.05, 0.05, 0.1, 0.4, 1.2, 3, 3.6, 3, 0.8, 0.25, 0.08, 0.05],
  dark: [1.4, 1.25, 1.05, 0.85, 0.7, 0.6, 0.75, 0.85, 1, 1.2, 1.45, 1.5],
  trade: [0.85, 0.85, 0.95, 1, 1, 0.95, 0.8, 0.95, 1, 1.05, 1.2, 1.5],
} as const satisfies Readonly<Record<string, readonly number[]>>

export type SeasonName = keyof typeof SEASONS
