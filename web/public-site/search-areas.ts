interface Named {
  readonly name: string
}

/**
 * The areas that match a text: first those with a word that begins with it, then those that contain it, each by name.
 * An empty text matches all. Ignores case; å, ä, ö are letters of their own, as in Swedish.
 */
export function searchAreas<T extends Named>(areas: readonly T[], text: string): readonly T[] {
  const requested = text.trim().toLocaleLowerCase('sv')
  const rank = ({ name }: T) => {
    const lower = name.toLocaleLowerCase('sv')
    if (lower.split(/[\s\-/]+/).some((word) => word.startsWith(requested)) || lower.startsWith(requested))
      return 0
    return lower.includes(requested) ? 1 : 2
  }
  return areas
    .map((area) => ({ area, rank: rank(area) }))
    .filter((found) => found.rank < 2)
    .sort((a, b) => a.rank - b.rank || a.area.name.localeCompare(b.area.name, 'sv'))
    .map(({ area }) => area)
}
