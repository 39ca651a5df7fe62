const METRES_A_DEGREE = 111_320

type Position = readonly [lon: number, lat: number]

/** How far two positions in degrees are apart, metres; exact enough for those close together. */
export function metresBetween(a: Position, b: Position): number {
  const around = ((b[0] - a[0] + 540) % 360) - 180
  const east = around * METRES_A_DEGREE * Math.cos((a[1] * Math.PI) / 180)
  return Math.hypot(east, (b[1] - a[1]) * METRES_A_DEGREE)
}
