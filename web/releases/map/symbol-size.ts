/** Radius of the symbol of the greatest count, pixels. */
export const MAX_RADIUS_PX = 30
const MIN_RADIUS_PX = 4
/** Radius of the hollow ring for fewer than five. */
export const FEW_RADIUS_PX = 5

/** Radius of a count's circle: the circle's area follows the count. */
export function radiusOf(count: number, greatest: number): number {
  return Math.max(MIN_RADIUS_PX, MAX_RADIUS_PX * Math.sqrt(count / greatest))
}

/** Round counts for the legend: the greatest that no circle exceeds, a half and a tenth of it. */
export function legendCounts(greatest: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(greatest))
  const top = [5, 2, 1].map((digit) => digit * power).find((round) => round <= greatest) ?? greatest
  return [...new Set([top, top / 2, top / 10])].filter((count) => count >= 5)
}
