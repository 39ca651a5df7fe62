/** What may be observed: acts and the environment, never people. In the order in which the page offers them. */
export const OBSERVATION_KINDS = [
  'darkness',
  'sight-lines',
  'litter',
  'vandalism',
  'disorder',
  'drug-dealing',
  'vehicle-nuisance',
  'threat',
  'deserted',
  'safer',
] as const
export type ObservationKind = (typeof OBSERVATION_KINDS)[number]

/** Faults that the city mends: they go on to its own channel. */
export const CITY_FAULTS: readonly ObservationKind[] = ['darkness', 'sight-lines', 'litter', 'vandalism']

/** What became of an observation. */
export const OBSERVATION_STATES = ['received', 'forwarded', 'fixed', 'no-action'] as const
export type ObservationState = (typeof OBSERVATION_STATES)[number]

/** Longest text of an observation, characters. */
export const MAX_TEXT = 200
/** How long ago something may have been seen: an observation that waited in a phone for a line comes late. */
export const MAX_MINUTES_AGO = 60 * 24 * 60
