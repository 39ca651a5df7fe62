import type { Vec } from './geometry/vector.ts'

/** Zero point of the town's own metres in EPSG:3006: 58.6 N 20.2 E, open sea between Gotska Sandön and Estonia. */
export const DEMO_ORIGIN: Vec = [802_000, 6_507_000]
