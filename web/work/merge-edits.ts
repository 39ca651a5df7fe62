/** The values of a form by field; empty for nothing. */
export type FormValues = Readonly<Record<string, string>>

/** What one has changed of an item, and the state of it that one began from. */
export interface Edit {
  readonly revision: number
  readonly base: FormValues
  readonly values: FormValues
}

export interface MergedEdit {
  readonly edit: Edit
  /** The fields that both changed, each to something else: one has to choose. */
  readonly conflicts: readonly string[]
}

/**
 * An edit laid on a newer state of its item: what only one of the two changed is taken; where both did, the own text
 * stands until one chooses.
 */
export function mergeEdits({ base, values }: Edit, revision: number, theirs: FormValues): MergedEdit {
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(values)])]
  const at = (from: FormValues, field: string) => from[field] ?? ''
  const merged = fields.map((field) => {
    const isMine = at(values, field) !== at(base, field)
    return [field, isMine ? at(values, field) : at(theirs, field)] as const
  })
  const conflicts = merged.flatMap(([field, mine]) =>
    at(values, field) !== at(base, field) &&
    at(theirs, field) !== at(base, field) &&
    mine !== at(theirs, field)
      ? [field]
      : [],
  )
  return { edit: { revision, base: theirs, values: Object.fromEntries(merged) }, conflicts }
}
