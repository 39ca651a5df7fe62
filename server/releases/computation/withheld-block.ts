import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { ReleaseContents } from '../release.ts'
import type { FigurePosition } from './published-figures.ts'
import type { Register } from '../../engine/disclosure/registers.ts'

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
 * What a block tells: call a count a reason if, by what was told before, there is a city in which it has to be withheld, and
 * those of its values close that make it so. The mark says that some reason has a close value. Two reasons that count nothing
 * in common exclude nothing: for any value of the one there is a city with a close value of the other. Of a single reason the
 * mark excludes what is not close, which is less than its count would tell, for that is one of the close values, rounded;
 * and yet it is what withholding was to prevent.
 *
 * No other block mends that, nor leaving the block out of the release, which is the same mark. A mark that depends on the
 * count tells of it; one that does not would have to withhold every reason at whatever count (auditing that can be simulated:
 * Kenthapadi, Mishra & Nissim 2005). But a district round a place told 5 and a ring told to be few is a reason, for by what was told
 * before it might count five, whether it counts 5 or 500: hardly a district with a place would ever be told. So a single
 * reason with a close value is left as it is: all of a district's incidents in a place's few figures, and no other such
 * district in the block.
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
