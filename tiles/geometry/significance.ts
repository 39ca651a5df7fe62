/** A path in world units with the significance of each point. */
export interface Path {
  /** Flat coordinates, world units (the world = 2^32). A ring's last point is not the first again. */
  readonly points: Float64Array
  /** Squared tolerance, world units², up to which each point must stay; Infinity for an anchor. */
  readonly significance: Float64Array
}

/**
 * The significance of each point of a line, for all zooms at once (Douglas & Peucker 1973): keeping the points whose
 * significance is above a squared tolerance gives exactly the line that the algorithm gives for the tolerance.
 *
 * Written into `significance` at the given places. A line and its reverse give each point the same number, so that
 * neighbours which share a border keep sharing it.
 *
 * @param points flat coordinates
 * @param places indexes of the line's points, in order; the first and the last are anchors and may be the same
 */
export function rankPoints(
  points: Float64Array,
  places: readonly number[],
  significance: Float64Array,
): void {
  const line = isBackward(points, places) ? places.toReversed() : places
  significance[line[0]!] = Infinity
  significance[line.at(-1)!] = Infinity
  const open: (readonly [first: number, last: number, limit: number])[] = [[0, line.length - 1, Infinity]]
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last, limit] = span
    const { index, distance } = farthest(points, line, first, last)
    if (index < 0) continue
    // A point is dropped no later than the point that made it significant.
    const matters = Math.min(limit, distance)
    significance[line[index]!] = matters
    open.push([first, index, matters], [index, last, matters])
  }
}

/** Whether to compute on the reversed line: decided by its ends, or the points next to them. */
function isBackward(points: Float64Array, places: readonly number[]): boolean {
  for (let step = 0; step < places.length / 2; step++) {
    const head = places[step]! * 2
    const tail = places.at(-1 - step)! * 2
    const order = points[head]! - points[tail]! || points[head + 1]! - points[tail + 1]!
    if (order !== 0) return order > 0
  }
  return false
}

function farthest(points: Float64Array, line: readonly number[], first: number, last: number) {
  const [ax, ay] = [points[line[first]! * 2]!, points[line[first]! * 2 + 1]!]
  const [dx, dy] = [points[line[last]! * 2]! - ax, points[line[last]! * 2 + 1]! - ay]
  const length = dx * dx + dy * dy
  let index = -1
  let distance = -1
  for (let step = first + 1; step < last; step++) {
    const px = points[line[step]! * 2]! - ax
    const py = points[line[step]! * 2 + 1]! - ay
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
    const away = (px - share * dx) ** 2 + (py - share * dy) ** 2
    if (away > distance) {
      index = step
      distance = away
    }
  }
  return { index, distance }
}

/**
 * The path in a tile's units at a tolerance, rounded to whole ones.
 *
 * @param origin world position of the tile's corner
 * @param scale tile units in a world unit
 * @param tolerance squared, world units²
 */
export function pathInTile(
  path: Path,
  origin: { readonly x: number; readonly y: number },
  scale: number,
  tolerance: number,
): number[] {
  const out: number[] = []
  for (let point = 0; point < path.significance.length; point++) {
    if (path.significance[point]! <= tolerance) continue
    const x = Math.round((path.points[point * 2]! - origin.x) * scale)
    const y = Math.round((path.points[point * 2 + 1]! - origin.y) * scale)
    if (out.length > 0 && out.at(-2) === x && out.at(-1) === y) continue
    out.push(x, y)
  }
  return out
}
