/** A feature's geometry as lists of flat coordinates: one a point, a line or a ring (without its repeated point). */
export interface DecodedGeometry {
  readonly parts: readonly (readonly number[])[]
  readonly problems: readonly string[]
}

const MOVE_TO = 1
const LINE_TO = 2
const CLOSE_PATH = 7

/**
 * Runs the commands of a geometry as the specification (MVT 2.1, §4.3) words them, collecting what breaks it.
 *
 * @param type 1 = point, 2 = line, 3 = polygon
 */
export function decodeGeometry(type: number, integers: readonly number[]): DecodedGeometry {
  const problems: string[] = []
  const parts: number[][] = []
  let [x, y, at] = [0, 0, 0]
  let open: number[] | null = null
  const step = () => {
    x += unzigzag(integers[at++]!)
    y += unzigzag(integers[at++]!)
  }
  const finish = () => {
    if (open !== null) problems.push(type === 3 ? 'a ring is not closed' : 'a line has no LineTo')
    open = null
  }
  while (at < integers.length) {
    const id = integers[at]! & 7
    const count = integers[at]! >>> 3
    at++
    const needed = id === CLOSE_PATH ? 0 : count * 2
    if (needed > integers.length - at) return { parts, problems: [...problems, 'a command lacks parameters'] }
    if (id === MOVE_TO) {
      if (type !== 1 && count !== 1) problems.push(`MoveTo of a line or ring has count ${count}`)
      if (count === 0) problems.push('MoveTo has count 0')
      if (type === 3) finish()
      if (type === 2 && open !== null) finish()
      for (let k = 0; k < count; k++) {
        step()
        if (type === 1) parts.push([x, y])
        else open = [x, y]
      }
    } else if (id === LINE_TO) {
      if (type === 1) problems.push('a point has LineTo')
      if (open === null) return { parts, problems: [...problems, 'LineTo without MoveTo'] }
      if (count === 0) problems.push('LineTo has count 0')
      if (type === 3 && count < 2) problems.push('a ring has fewer than three points')
      const line: number[] = open
      for (let k = 0; k < count; k++) {
        const [fromX, fromY] = [x, y]
        step()
        if (x === fromX && y === fromY) problems.push('LineTo goes nowhere')
        line.push(x, y)
      }
      if (type === 2) {
        parts.push(line)
        open = null
      }
    } else if (id === CLOSE_PATH) {
      if (type !== 3) problems.push('ClosePath outside a polygon')
      if (count !== 1) problems.push(`ClosePath has count ${count}`)
      if (open === null) return { parts, problems: [...problems, 'ClosePath without a ring'] }
      if (open.length < 6) problems.push('a ring is closed with fewer than three points')
      parts.push(open)
      open = null
    } else return { parts, problems: [...problems, `there is no command ${id}`] }
  }
  finish()
  if (integers.length === 0) problems.push('the geometry is empty')
  return { parts, problems }
}

function unzigzag(value: number): number {
  return (value >>> 1) ^ -(value & 1)
}
