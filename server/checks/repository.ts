import type { RecentCheck } from './recent-checks.ts'

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
