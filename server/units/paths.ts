/** Paths of the API. */
export const UNIT_PATHS = {
  unitCuts: '/api/unit-cuts',
} as const
