import type { ReleaseFigures } from '../../server/releases/publication/contract.ts'

type PerceivedSafety = ReleaseFigures['felt'][number]

/** One question of a survey in an area: its waves, newest first, of all who answered; and the newest split by group. */
export interface PerceivedSafetySeries {
  readonly indicator: string
  readonly waves: readonly PerceivedSafety[]
  readonly groups: readonly PerceivedSafety[]
}

const EVERYBODY = 'all'

/** The survey series of an area. A figure that is in several releases is taken once. */
export function perceivedSafetyInArea(
  releases: readonly Pick<ReleaseFigures, 'felt'>[],
  area: string,
): readonly PerceivedSafetySeries[] {
  const figures = new Map<string, PerceivedSafety>()
  for (const { felt: perceivedSafety } of releases)
    for (const figure of perceivedSafety)
      if (figure.area === area)
        figures.set(`${figure.indicator}/${figure.wave}/${figure.group}/${figure.source}`, figure)
  const reported = [...figures.values()]
  const indicators = [...new Set(reported.map(({ indicator }) => indicator))].sort()
  return indicators.map((indicator) => {
    const own = reported
      .filter((figure) => figure.indicator === indicator)
      .sort((a, b) => b.wave.localeCompare(a.wave))
    const newest = own[0]?.wave
    return {
      indicator,
      waves: own.filter(({ group }) => group === EVERYBODY),
      groups: own.filter(({ group, wave }) => group !== EVERYBODY && wave === newest),
    }
  })
}

/**
 * Whether two shares differ by more than chance would: the square root of the sum of the squared margins is exceeded.
 * Null where either has no margin.
 */
export function differs(a: PerceivedSafety, b: PerceivedSafety): boolean | null {
  if (a.percent === null || b.percent === null || a.marginPercent === null || b.marginPercent === null)
    return null
  return Math.abs(a.percent - b.percent) > Math.hypot(a.marginPercent, b.marginPercent)
}
