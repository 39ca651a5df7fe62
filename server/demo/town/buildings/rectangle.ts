import { add, type Ring, rotate, type Vec } from '../../geometry/vector.ts'

/** A turned rectangle, counter-clockwise. */
export function rectangle(
  centre: Vec,
  lengthMetres: number,
  breadthMetres: number,
  angleDegrees: number,
): Ring {
  const [u, v] = [lengthMetres / 2, breadthMetres / 2]
  const corners: readonly Vec[] = [
    [-u, -v],
    [u, -v],
    [u, v],
    [-u, v],
  ]
  return corners.map((corner) => add(centre, rotate(corner, angleDegrees)))
}
