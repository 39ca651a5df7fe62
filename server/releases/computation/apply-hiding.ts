import type { ReleaseContents } from '../release.ts'
import type { FigurePosition } from './published-figure.ts'

/** Releases with some figures hidden: cells become `not-shown`, counts `withheld`. */
export function applyHiding(
  releases: readonly ReleaseContents[],
  positions: readonly FigurePosition[],
): readonly ReleaseContents[] {
  return releases.map((contents, release) => {
    const own = positions.filter((position) => position.release === release)
    return own.length === 0 ? contents : hideIn(contents, own)
  })
}

function hideIn(contents: ReleaseContents, positions: readonly FigurePosition[]): ReleaseContents {
  const isHidden = (list: FigurePosition['list']) => {
    const indexes = new Set(positions.filter((position) => position.list === list).map(({ index }) => index))
    return (index: number) => indexes.has(index)
  }
  const withheld = <F extends { readonly count: unknown }>(
    figures: readonly F[],
    list: FigurePosition['list'],
  ) => {
    const hidden = isHidden(list)
    return figures.map((figure, k) => (hidden(k) ? { ...figure, count: 'withheld' as const } : figure))
  }
  if (contents.kind === 'place') {
    return {
      ...contents,
      figures: withheld(contents.figures, 'figures'),
      profile: withheld(contents.profile, 'profile'),
    }
  }
  const hidden = isHidden('hexes')
  return {
    ...contents,
    areaFigures: withheld(contents.areaFigures, 'areaFigures'),
    ...(contents.statistical === undefined
      ? {}
      : {
          statistical: {
            ...contents.statistical,
            figures: withheld(contents.statistical.figures, 'statistical'),
          },
        }),
    hexes: contents.hexes.map((figure, k) =>
      hidden(k) ? { ...figure, band: 'not-shown' as const } : figure,
    ),
  }
}
