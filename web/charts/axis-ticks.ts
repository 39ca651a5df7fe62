const ROUND = [1, 2, 5, 10] as const
const MAX_STEPS = 4

/**
 * Ticks of an axis that begins at nought: at most five round numbers of equal distance, the last at or above the
 * greatest value. An axis never begins elsewhere, or small differences would look great.
 */
export function axisTicks(greatest: number): readonly number[] {
  const atLeast = greatest > 0 ? greatest / MAX_STEPS : 0.25
  const power = 10 ** Math.floor(Math.log10(atLeast))
  const width = (ROUND.find((digit) => digit * power >= atLeast * (1 - 1e-9)) ?? 10) * power
  const steps = Math.max(1, Math.ceil(greatest / width - 1e-9))
  return Array.from({ length: steps + 1 }, (_, step) => Number((step * width).toPrecision(12)))
}

/** Steps whose names stand below a chart: as many as fit, the last one always, evenly counted from it. */
export function namedSteps(count: number, maxNames: number): readonly number[] {
  const every = Math.max(1, Math.ceil(count / maxNames))
  return Array.from({ length: count }, (_, step) => step).filter((step) => (count - 1 - step) % every === 0)
}
