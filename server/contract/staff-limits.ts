/** What planners and coordinators may ask at the finest, handed on so that the page offers nothing finer. */
export { borderMonth, type PartsAsked, stepMonths } from '../domain/permit/permitted-period.ts'
export { DAYPART_HOURS, LEAST_EDGE_METRES } from '../domain/permit/staff-limits.ts'
