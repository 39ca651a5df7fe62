/** Uniform numbers in [0, 1). */
export type Random = () => number

/**
 * A reproducible stream of uniform numbers: the small fast counting generator of Chris Doty-Humphrey (sfc32, PractRand),
 * 32 bits a draw.
 *
 * @param seed any 32-bit integer; equal seeds give equal streams on every machine
 */
export function seededRandom(seed: number): Random {
  return randomOfState(0x9e3779b9, seed, 0x243f6a88)
}

/** The sfc32 generator from three words of state; its counter begins at one. */
export function randomOfState(first: number, second: number, third: number): Random {
  let a = first | 0
  let b = second | 0
  let c = third | 0
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
