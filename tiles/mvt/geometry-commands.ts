import type { PolygonRings } from '../geometry/clean-polygon.ts'
import { zigzag } from './byte-writer.ts'
import { command, COMMAND } from './wire.ts'

/** Command integers of points: flat coordinates in tile units. */
export function pointCommands(points: readonly number[]): number[] {
  const out = [command(COMMAND.moveTo, points.length / 2)]
  let [x, y] = [0, 0]
  for (let at = 0; at < points.length; at += 2) {
    out.push(zigzag(points[at]! - x), zigzag(points[at + 1]! - y))
    x = points[at]!
    y = points[at + 1]!
  }
  return out
}

/** Command integers of lines: at least two points each, none repeated. */
export function lineCommands(lines: readonly (readonly number[])[]): number[] {
  const pen = createPen()
  for (const line of lines) pen.draw(line)
  return pen.out
}

/** Command integers of polygons: see `cleanPolygon` for what their rings must be. */
export function polygonCommands(polygons: readonly PolygonRings[]): number[] {
  const pen = createPen()
  for (const rings of polygons) {
    for (const ring of rings) {
      pen.draw(ring)
      pen.out.push(command(COMMAND.closePath, 1))
    }
  }
  return pen.out
}

function createPen() {
  const out: number[] = []
  let [x, y] = [0, 0]
  return {
    out,
    draw(line: readonly number[]): void {
      for (let at = 0; at < line.length; at += 2) {
        if (at === 0) out.push(command(COMMAND.moveTo, 1))
        if (at === 2) out.push(command(COMMAND.lineTo, line.length / 2 - 1))
        out.push(zigzag(line[at]! - x), zigzag(line[at + 1]! - y))
        x = line[at]!
        y = line[at + 1]!
      }
    },
  }
}
