/** What the built page is made from, below the repository's root. */
export function pageSources(root: string): readonly string[]
