interface Named {
  readonly name: string
}

/**
 * The areas that a text may mean: those with a word that begins with it first, then those that hold it anywhere, each
 * by name. An empty text means all of them. Letters with and without marks are told apart, as Swedish does with å, ä, ö;
 * capitals are not.
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
