/** Steps of one hue, lightest first; `few` is drawn in the lightest. */
export const STEPS = ['#dfe9ea', '#b9d0d3', '#8bb0b6', '#5b8d96', '#2f6873'] as const
const ROUND = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 20_000, 50_000] as const

/**
 * Where one step of the hue ends and the next begins: four equal round widths up to the greatest count. Equal widths,
 * not equal shares, so that near figures look alike.
 *
 * @param counts multiples of five, any number of them
 * @returns the least count of the second, third and fourth step of counts; the first begins at 5
 */
export function breaksOf(counts: readonly number[]): readonly [number, number, number] {
  const greatest = Math.max(20, ...counts)
  const width = ROUND.find((step) => step * 4 >= greatest) ?? Math.ceil(greatest / 4)
  return [width, 2 * width, 3 * width]
}
