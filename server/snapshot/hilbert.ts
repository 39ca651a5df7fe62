/** Bits of each coordinate that the curve tells apart. */
const BITS = 16
const SIDE = 2 ** BITS

/**
 * Where a point lies along the Hilbert curve through a square of 65,536 × 65,536 places, 0 … 2^32 − 1.
 * (Skilling 2004 in the form of the public-domain quadrant walk: rotate, descend, one quadrant a bit.)
 *
 * @param x and @param y whole numbers, 0 … 65,535
 */
export function hilbertKey(x: number, y: number): number {
  let key = 0
  let px = x
  let py = y
  for (let side = SIDE >>> 1; side > 0; side >>>= 1) {
    const rx = (px & side) === 0 ? 0 : 1
    const ry = (py & side) === 0 ? 0 : 1
    key = key * 4 + ((3 * rx) ^ ry)
    if (ry === 0) {
      if (rx === 1) {
        px = SIDE - 1 - px
        py = SIDE - 1 - py
      }
      const swap = px
      px = py
      py = swap
    }
  }
  return key
}

/**
 * Keys of points along a curve through their own bounding square, whose places are a power of two wide.
 *
 * @param x and @param y at least `length` world positions
 */
export function hilbertKeys(x: Uint32Array, y: Uint32Array, length: number): Uint32Array {
  const keys = new Uint32Array(length)
  if (length === 0) return keys
  const [minX, maxX] = bounds(x, length)
  const [minY, maxY] = bounds(y, length)
  let shift = 0
  while (Math.max(maxX - minX, maxY - minY) / 2 ** shift >= SIDE) shift++
  for (let row = 0; row < length; row++) {
    keys[row] = hilbertKey((x[row]! - minX) >>> shift, (y[row]! - minY) >>> shift)
  }
  return keys
}

function bounds(values: Uint32Array, length: number): readonly [number, number] {
  let min = values[0]!
  let max = min
  for (let row = 1; row < length; row++) {
    const value = values[row]!
    if (value < min) min = value
    else if (value > max) max = value
  }
  return [min, max]
}
