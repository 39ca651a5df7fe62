import type { CategoryGroupCode } from '../../domain/categories.ts'
import type { Register, ReleaseContents } from '../../domain/release/release.ts'
import type { FigurePosition } from './published-figures.ts'

/** A count in a release, and which register and group it is of. */
interface CountAt {
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly position: FigurePosition
}

/**
 * What to hide, with counts hidden by the block: where one of a register and group has to be withheld, all of them are that are
 * being prepared, `few` ones too.
 *
 * One count withheld alone says that it was close to something, and so what it might have been. A whole block says only that
 * one of them was, which may be any: the hidden figures of one place keep their values in cities where the reason lies in
 * another. Cells need no block, for a cell may be not shown for its own sake.
 *
 * @param freshFrom index of the first release that is being prepared
 */
export function inBlocks(
  releases: readonly ReleaseContents[],
  freshFrom: number,
  toHide: readonly FigurePosition[],
): readonly FigurePosition[] {
  const cells = toHide.filter(({ list }) => list === 'hexes')
  if (cells.length === toHide.length) return toHide
  const hidden = new Set(toHide.map(keyOf))
  const counts = releases.flatMap((contents, release) =>
    release < freshFrom ? [] : countsOf(contents, release),
  )
  const blocks = new Set(counts.filter(({ position }) => hidden.has(keyOf(position))).map(blockOf))
  return [...cells, ...counts.filter((count) => blocks.has(blockOf(count))).map(({ position }) => position)]
}

/** The counts of a release that tell anything: not those of ground that is not covered. */
function countsOf(contents: ReleaseContents, release: number): readonly CountAt[] {
  const lists =
    contents.kind === 'public'
      ? ([['areaFigures', contents.areaFigures]] as const)
      : ([
          ['figures', contents.figures],
          ['profile', contents.profile],
        ] as const)
  return lists.flatMap(([list, figures]) =>
    figures.flatMap(({ register, group, count }, index): CountAt[] =>
      count === 'not-covered' ? [] : [{ register, group, position: { release, list, index } }],
    ),
  )
}

function keyOf({ release, list, index }: FigurePosition): string {
  return `${release} ${list} ${index}`
}

function blockOf({ register, group }: CountAt): string {
  return `${register} ${group}`
}
