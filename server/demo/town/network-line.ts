import type { Line } from '../geometry/vector.ts'
import type { BuildingStyle } from '../plan/quarters.ts'
import type { WayClass } from '../plan/roads.ts'

/** What a line of the network is; `shore` lines only bound the land. */
export interface NetworkLine {
  readonly kind: WayClass | 'shore'
  /** The name of a planned way; local streets are named later. */
  readonly name: string | null
  /** How the quarter that a local street fills is built. */
  readonly style: BuildingStyle | null
  readonly points: Line
}
