import type { PlaceWork, WorkList } from './measure-calls.ts'

/** What every box of the page is given. */
export interface BoxProps {
  readonly work: PlaceWork
  readonly areaId: number
  readonly mayWrite: boolean
  /** Organisations that may own what is added. */
  readonly owners: readonly string[]
  readonly onAdd: (list: WorkList, body: object) => Promise<unknown>
  /** Changes an item at a revision. */
  readonly onChange: (list: WorkList, id: number, revision: number, patch: object) => Promise<unknown>
  /** Reads everything again. */
  readonly onReload: () => Promise<unknown>
}

/** Choices of a list in the order of its words. */
export function choicesOf(words: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(words)
}

/** The same with the choice of nothing first. */
export function optionalChoices(
  words: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return [['', '–'], ...choicesOf(words)]
}
