import { createRandom } from '../random.ts'
import type { Vec } from './vector.ts'

/** A smooth random field: a value in about −1…1 for every position, changing over `wavelengthMetres`. */
export type Field = (at: Vec, wavelengthMetres: number) => number

const TABLE_SIZE = 4096

/** Value noise on a square lattice, quintic blend (after Perlin 2002). */
export function createField(seed: string): Field {
  const random = createRandom(seed)
  const table = Float64Array.from({ length: TABLE_SIZE }, () => random.between(-1, 1))
  const at = (i: number, j: number) =>
    table[(Math.imul(i, 73856093) ^ Math.imul(j, 19349663)) & (TABLE_SIZE - 1)]!
  return ([x, y], wavelength) => {
    const [u, v] = [x / wavelength, y / wavelength]
    const [i, j] = [Math.floor(u), Math.floor(v)]
    const [a, b] = [blend(u - i), blend(v - j)]
    const low = at(i, j) + (at(i + 1, j) - at(i, j)) * a
    const high = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * a
    return low + (high - low) * b
  }
}

const blend = (t: number) => t * t * t * (t * (t * 6 - 15) + 10)

/** Noise of several wavelengths, each half as long and half as strong as the one before. */
export function fractal(field: Field, at: Vec, wavelengthMetres: number, octaves: number): number {
  let sum = 0
  for (let k = 0; k < octaves; k++) {
    const share = 2 ** -k
    sum += field([at[0] + 917 * k, at[1] - 411 * k], wavelengthMetres * share) * share
  }
  return sum
}
