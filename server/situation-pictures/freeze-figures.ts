import type { FiguresOf, ReleasedFigure } from '../evidence/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { PictureFigures } from './contract.ts'

/** The newest released figure of every group and the newest wave of every survey, as they stand now. */
export function createFreezeFigures(figuresOf: FiguresOf, clock: Clock) {
  return async (areaId: number): Promise<PictureFigures> => {
    const { released, surveys } = await figuresOf(areaId)
    return {
      at: new Date(clock.nowMs()).toISOString(),
      released: firstOf(released, ({ register, group }: ReleasedFigure) => `${register} ${group}`),
      surveys: firstOf(surveys, ({ indicator, group }) => `${indicator} ${group}`),
    }
  }
}

/** The first of each key; the newest ones come first. */
function firstOf<T>(figures: readonly T[], keyOf: (figure: T) => string): T[] {
  const seen = new Set<string>()
  return figures.filter((figure) => {
    const key = keyOf(figure)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
