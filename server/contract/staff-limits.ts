/** What planners and coordinators may ask at the finest, handed on so that the page offers nothing finer. */
export { borderMonth, type PartsAsked, stepMonths } from '../domain/permitted-period.ts'
export { DAYPART_HOURS, LEAST_EDGE_METRES } from '../domain/staff-limits.ts'
