import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { ReleaseContents } from '../release.ts'
import type { FigurePosition } from './published-figure.ts'
import type { Register } from '../../engine/disclosure/registers.ts'

/** A count in a release, with its register and group. */
interface CountAt {
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly position: FigurePosition
}

/**
 * Extends what to hide to whole blocks: where one count of a register and group must be withheld, all those being
 * prepared are, including `few` ones.
 *
 * A count withheld alone discloses that it was at risk, and so what it might be. A block discloses only that one of
 * its counts was: the hidden figures of one place keep all values in cities where the count at risk lies elsewhere.
 * Cells need no block, because a cell may also be hidden by its own count.
 *
 * What a block discloses: call a count a candidate if earlier releases allow a city in which it must be withheld, and
 * its values that require it critical. The mark implies that some candidate has a critical value. Two disjoint
 * candidates exclude nothing: for any value of one there is a city with a critical value of the other. For a single
 * candidate the mark excludes the non-critical values, which is less than its rounded count would disclose, but is
 * still what withholding should prevent.
 *
 * No other choice of block avoids that, nor does leaving the block out, which is the same mark. A mark that depends
 * on the count discloses something of it; one that does not must withhold every candidate at any count (simulatable
 * auditing: Kenthapadi, Mishra & Nissim 2005). But a district around a place of 5 and a ring of `few` is a candidate,
 * since it might count five, so hardly any district with a place would be released. The single candidate with a
 * critical value is therefore accepted: all of a district's incidents in a place's few figures, and no other such
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

/** The counts of a release, except `not-covered` ones. */
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
