/** Uniform numbers in [0, 1). */
export type Random = () => number

/**
 * A reproducible stream of uniform numbers: the small fast counting generator of Chris Doty-Humphrey (sfc32, PractRand),
 * three words of state and a counter, 32 bits a draw.
 *
 * @param seed any 32-bit integer; equal seeds give equal streams on every machine
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9
  let b = seed | 0
  let c = 0x243f6a88
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) next()
  return () => next() / 2 ** 32
}
