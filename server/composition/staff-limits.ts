/** What planners and coordinators may ask at the finest, handed on so that the page offers nothing finer. */
export { borderMonth, type PartsAsked, stepMonths } from '../platform/access/permitted-period.ts'
export { LEAST_EDGE_METRES } from '../platform/access/staff-limits.ts'
export { DAYPART_HOURS } from '../engine/time/dayparts.ts'
