import type { AreaItems, BoardReport } from './paper-calls.ts'

type Entry = BoardReport['entries'][number]

export interface DraftEntry {
  /** Null until somebody says. */
  readonly status: Entry['status'] | null
  readonly sentence: string
}

/** A report as it is being typed. */
export interface ReportDraft {
  readonly occasion: BoardReport['occasion']
  readonly year: number
  readonly board: string
  /** By the id of the goal or measure. */
  readonly entries: Readonly<Record<number, DraftEntry>>
}

/** A goal or measure to tell of. */
export interface ReportedItem {
  readonly id: number
  readonly title: string
}

/** @param year of the city's calendar */
export function emptyDraft(year: number): ReportDraft {
  return { occasion: 't1', year, board: '', entries: {} }
}

/** What a report tells of: goals to reach, and measures that are decided and not over. */
export function reportedOf({
  goals,
  measures,
}: Pick<AreaItems, 'goals' | 'measures'>): readonly ReportedItem[] {
  return [
    ...goals.filter(({ state }) => state === 'open').map(({ id, what }) => ({ id, title: what })),
    ...measures
      .filter(({ state }) => state === 'decided' || state === 'ongoing')
      .map(({ id, title }) => ({ id, title })),
  ]
}

/** Each item of which somebody has said how it stands. */
export function entriesOf(items: readonly ReportedItem[], { entries }: ReportDraft): Entry[] {
  return items.flatMap(({ id, title }) => {
    const { status = null, sentence = '' } = entries[id] ?? {}
    if (status === null) return []
    return [{ itemId: id, title, status, sentence: sentence.trim() === '' ? null : sentence.trim() }]
  })
}
