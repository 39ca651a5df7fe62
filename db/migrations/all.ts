import { city } from './0001-city.ts'
import { layers } from './0002-layers.ts'
import { incidents } from './0003-incidents.ts'
import { history } from './0004-history.ts'
import type { Migration } from './migration.ts'

/** Every migration in order. A static list: what runs is what was reviewed, not what lies in a folder. */
export const MIGRATIONS: readonly Migration[] = [city, layers, incidents, history]
