import { isPosition, readPositionText } from './position-text.ts'

/**
 * Easting and northing of texts that hold whole positions in metres and name no system. Where a text does not say its order the
 * greater number is the northing, as it is in every system of the Nordic countries.
 */
export function textPairs(texts: readonly string[]): readonly (readonly [x: number, y: number])[] {
  return texts.flatMap((text) => {
    const position = readPositionText(text)
    if (!isPosition(position) || position.srid !== null) return []
    const [first, second] = [Number(position.first), Number(position.second)]
    if (!Number.isFinite(first + second)) return []
    const isNorthFirst =
      position.order === null ? Math.abs(first) > Math.abs(second) : position.order === 'yx'
    return [isNorthFirst ? ([second, first] as const) : ([first, second] as const)]
  })
}
