import type { Box } from './ring.ts'

/**
 * The pieces of a line inside a box (each segment as Liang & Barsky 1984), on whole numbers, without repeated
 * points; pieces of a single point are dropped.
 *
 * @param line flat coordinates
 */
export function clipLine(line: readonly number[], box: Box): number[][] {
  const pieces: number[][] = []
  let piece: number[] = []
  const end = () => {
    if (piece.length >= 4) pieces.push(piece)
    piece = []
  }
  for (let at = 2; at < line.length; at += 2) {
    const [x1, y1, x2, y2] = [line[at - 2]!, line[at - 1]!, line[at]!, line[at + 1]!]
    const inside = shareInside(x1, y1, x2, y2, box)
    if (inside === null) {
      end()
      continue
    }
    const [enter, leave] = inside
    if (enter > 0) end()
    pushPoint(piece, Math.round(x1 + (x2 - x1) * enter), Math.round(y1 + (y2 - y1) * enter))
    pushPoint(piece, Math.round(x1 + (x2 - x1) * leave), Math.round(y1 + (y2 - y1) * leave))
    if (leave < 1) end()
  }
  end()
  return pieces
}

function pushPoint(piece: number[], x: number, y: number): void {
  if (piece.length > 0 && piece.at(-2) === x && piece.at(-1) === y) return
  piece.push(x, y)
}

/** The part of a segment inside the box, as shares of its length; null when there is none. */
function shareInside(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  box: Box,
): readonly [enter: number, leave: number] | null {
  let enter = 0
  let leave = 1
  const cut = (delta: number, room: number): boolean => {
    if (delta === 0) return room >= 0
    const share = room / delta
    if (delta < 0) enter = Math.max(enter, share)
    else leave = Math.min(leave, share)
    return true
  }
  const meets =
    cut(x1 - x2, x1 - box.minX) &&
    cut(x2 - x1, box.maxX - x1) &&
    cut(y1 - y2, y1 - box.minY) &&
    cut(y2 - y1, box.maxY - y1)
  return meets && enter <= leave ? [enter, leave] : null
}
