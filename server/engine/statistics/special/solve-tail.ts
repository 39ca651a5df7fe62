const MAX_STEPS = 200
const MAX_STRIDE = 4
/** Newton's method doubles the digits: after a stride this small the rest is below the last bit. */
const LAST_STRIDE = 3e-8

/**
 * The t at which a tail probability reaches p: Newton's method on its logarithm. The tails of the gamma, beta and normal
 * distributions are log-concave in the variables used here, so it converges from any start.
 *
 * @param tail gives the tail at t and its derivative
 */
export function solveTail(
  p: number,
  start: number,
  tail: (t: number) => readonly [value: number, slope: number],
): number {
  const target = Math.log(p)
  let t = start
  for (let step = 0; step < MAX_STEPS; step++) {
    const [value, slope] = tail(t)
    if (value === 0 || slope === 0) return t
    const stride = ((Math.log(value) - target) * value) / slope
    t -= Math.max(-MAX_STRIDE, Math.min(MAX_STRIDE, stride))
    if (Math.abs(stride) < LAST_STRIDE) return t
  }
  return t
}
