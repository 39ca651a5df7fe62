/** What planners and coordinators may ask at the finest, handed on so that the page offers nothing finer. */
export { DAYPART_HOURS, daysForParts, LEAST_DAYS, LEAST_EDGE_METRES } from '../domain/staff-limits.ts'
