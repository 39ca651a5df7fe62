/** Steps of one hue, lightest first. */
export const STEPS = ['#d3e3e5', '#a9c8cc', '#7aa5ac', '#4a808b'] as const

const ROUND = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000] as const

/** Where the second, third and fourth step of the hue begin; the first begins at nought. */
export type Breaks = readonly [number, number, number]

/**
 * Where one step of the hue ends and the next begins: four equal round widths up to the greatest rate. Equal widths,
 * not equal shares, so that near rates look alike.
 */
export function breaksOf(rates: readonly number[]): Breaks {
  const greatest = Math.max(ROUND[0], ...rates)
  const width = ROUND.find((step) => step * 4 > greatest) ?? Math.ceil((greatest + 1) / 4)
  return [width, 2 * width, 3 * width]
}

/** The step of a rate, 0 to 3. */
export function stepOf(rate: number, breaks: Breaks): number {
  return breaks.filter((begins) => rate >= begins).length
}
