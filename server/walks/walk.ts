import { OBSERVATION_KINDS } from '../observations/index.ts'

/** The light in which a walk is taken. */
export const WALK_LIGHTS = ['daylight', 'dusk', 'dark'] as const

/** What is found on a walk: the kinds of observations, and what works well. */
export const FINDING_KINDS = [...OBSERVATION_KINDS, 'works-well'] as const

/** Kinds that nobody has to answer for. */
export const GOOD_KINDS: readonly string[] = ['safer', 'works-well']

/** Days within which whoever answers for a finding says what becomes of it. */
export const DAYS_TO_RESPOND = 30
