/** Occasions of the year on which a board reports: the plan, the tertials' reports, the annual report. */
export const OCCASIONS = ['vp', 't1', 't2', 'vb'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** How a goal or activity stands on a reporting date. */
export const REPORTED_STATUSES = ['on-track', 'delayed', 'done', 'cancelled'] as const

/** The day that an occasion tells of, `2026-04-30`; the plan is made before its year begins. */
export function reportingDate(occasion: Occasion, year: number): string {
  if (occasion === 'vp') return `${year - 1}-12-31`
  return { t1: `${year}-04-30`, t2: `${year}-08-31`, vb: `${year}-12-31` }[occasion]
}
