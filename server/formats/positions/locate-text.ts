import type { PositionText } from './position-parts.ts'
import { isPosition, readPositionText } from './position-text.ts'
import type { CoordinateProblem } from './coordinate-text.ts'
import type { Locator, Place } from './locate.ts'

/** Places a text that holds a whole position. */
export type TextLocator = (text: string) => Place | Omit<CoordinateProblem, 'part'>

/**
 * A locator of positions in one column. In which order a plain pair of numbers stands is seen from the file: the first row in
 * which only one order makes sense settles it, and a later row that contradicts is `swapped-axes`. Forms with an order of
 * their own (WKT, GeoJSON, letters of directions) keep to it.
 *
 * @param crs EPSG code of the file; a text that names another is refused
 * @param given the order that the mapping says; null to see it from the file
 */
export function createTextLocator(
  locate: Locator,
  { crs, order: given }: { readonly crs: number; readonly order: 'xy' | 'yx' | null },
): TextLocator {
  let settled = given
  const inOrder = ({ first, second }: PositionText, order: 'xy' | 'yx') =>
    order === 'xy' ? locate(first, second) : locate(second, first)

  function settle(position: PositionText): Place | CoordinateProblem {
    const yx = inOrder(position, 'yx')
    const xy = inOrder(position, 'xy')
    if ('reason' in yx && 'reason' in xy) return yx
    if (!('reason' in yx) && !('reason' in xy) && !isSame(xy, yx)) return UNDECIDED
    settled = 'reason' in yx ? 'xy' : 'yx'
    return 'reason' in yx ? xy : yx
  }

  return (text) => {
    if (text.trim() === '') return { reason: 'no-position', detail: 'is blank' }
    const position = readPositionText(text)
    if (!isPosition(position)) return { reason: 'bad-position', detail: position.detail }
    if (position.srid !== null && position.srid !== crs) {
      return { reason: 'bad-position', detail: `is in EPSG:${position.srid}, the mapping says EPSG:${crs}` }
    }
    const order = position.order ?? settled
    return order === null ? settle(position) : inOrder(position, order)
  }
}

const UNDECIDED: CoordinateProblem = {
  reason: 'bad-position',
  detail: 'makes sense in both orders: say in the mapping which comes first (positionOrder, xy or yx)',
  part: 'x',
}

function isSame(a: Place, b: Place): boolean {
  return a.xCm === b.xCm && a.yCm === b.yCm
}
