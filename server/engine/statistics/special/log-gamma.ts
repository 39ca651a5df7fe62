const EULER_MASCHERONI = 0.577215664901532861
const HALF_LOG_TWO_PI = 0.918938533204672742
/** From here on the Stirling series below is good to the last bit. */
const STIRLING_FROM = 10

/** ζ(k) − 1 for k = 2, 3, … 31. */
const ZETA_MINUS_ONE = [
  0.644934066848226436, 0.202056903159594285, 0.0823232337111381915, 0.0369277551433699263,
  0.0173430619844491397, 0.00834927738192282684, 0.00407735619794433938, 0.00200839282608221442,
  0.000994575127818085337, 0.000494188604119464559, 0.000246086553308048299, 0.000122713347578489147,
  0.0000612481350587048293, 0.0000305882363070204936, 0.0000152822594086518717, 7.63719763789976227e-6,
  3.81729326499983986e-6, 1.90821271655393893e-6, 9.53962033872796113e-7, 4.76932986787806463e-7,
  2.3845050272773299e-7, 1.19219925965311073e-7, 5.96081890512594796e-8, 2.98035035146522802e-8,
  1.49015548283650412e-8, 7.45071178983542949e-9, 3.72533402478845705e-9, 1.86265972351304901e-9,
  9.31327432419668183e-10, 4.65662906503378407e-10,
]

/** Coefficients of a^−1, a^−3, … in the Stirling series (DLMF 5.11.1). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/**
 * ln Γ(x) for x > 0, good to about 1e-15 relative, near its roots 1 and 2 too (DLMF 5.7.3, 5.11.1).
 */
export function logGamma(x: number): number {
  if (x < 0.5) return logGamma(x + 1) - Math.log(x)
  if (x < 1.5) return nearTwo(x - 1) - Math.log1p(x - 1)
  if (x >= STIRLING_FROM) {
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x)
  }
  let product = 1
  let rest = x
  while (rest > 2.5) product *= --rest
  return Math.log(product) + nearTwo(rest - 2)
}

/** ln Γ(2 + z) for |z| ≤ ½ by its Taylor series. */
function nearTwo(z: number): number {
  let sum = z * (1 - EULER_MASCHERONI)
  let power = -z
  for (let k = 2; k < ZETA_MINUS_ONE.length + 2; k++) {
    power *= -z
    sum += (ZETA_MINUS_ONE[k - 2]! * power) / k
  }
  return sum
}

function stirlingSeries(a: number): number {
  const inverseSquare = 1 / (a * a)
  let sum = 0
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * inverseSquare + STIRLING[k]!
  return sum / a
}

/**
 * What Stirling's formula leaves: ln Γ(a + 1) − (a + ½) ln a + a − ½ ln 2π, for a > 0 (Loader 2000).
 */
export function stirlingError(a: number): number {
  if (a >= STIRLING_FROM) return stirlingSeries(a)
  return logGamma(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI
}
