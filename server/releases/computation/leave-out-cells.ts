import type { ReleaseContents } from '../release.ts'
import type { FigurePosition } from './published-figure.ts'

/** Releases without some of their cells. @param positions of cells, as they stand now */
export function leaveOutCells(
  releases: readonly ReleaseContents[],
  positions: readonly FigurePosition[],
): readonly ReleaseContents[] {
  return releases.map((contents, release) => {
    const own = positions.filter((position) => position.release === release)
    if (contents.kind === 'place' || own.length === 0) return contents
    const leftOut = new Set(own.map(({ index }) => index))
    return { ...contents, hexes: contents.hexes.filter((_, index) => !leftOut.has(index)) }
  })
}
