import type { MultiPolygon, Polygon } from 'geojson'

/** A question that somebody asked of late; no answer is kept. */
export interface RecentCheck {
  /** Metres in the city's CRS. */
  readonly planar: Polygon | MultiPolygon
  /** [from, to) in minutes since 1970 UTC. */
  readonly fromMinute: number
  readonly toMinute: number
  /** Outer radii of the rings, ascending. */
  readonly ringMetres: readonly number[]
}

/** How long a check is remembered, and how many of one account. */
export const REMEMBERED_CHECKS = { days: 30, most: 200 } as const

/** Checks of the last days, so that one which nearly repeats another is noticed. */
export interface RecentCheckRepository {
  /**
   * Keeps a check and gives the same actor's other ones that are remembered and lie near it. What is too old, and what
   * is more than is remembered of one actor, is forgotten on the way.
   *
   * @param actor `account/3` or `key/2`
   * @returns `crowdedOut`: how many of the actor's were forgotten before their time
   */
  remember(
    actor: string,
    check: RecentCheck,
    atMs: number,
  ): Promise<{ readonly nearby: readonly RecentCheck[]; readonly crowdedOut: number }>
}
