import type { ImportStatus } from '../import/index.ts'

const COUNT = new Intl.NumberFormat('en')

/** A whole number with thousands marked. */
export function count(value: number): string {
  return COUNT.format(value)
}

/** What an import came to, in lines. */
export function statusLines(status: ImportStatus): readonly string[] {
  const { id, state, rowsRead, accepted, revised, rejected, duplicates, unknownTimes, error } = status
  if (state === 'failed')
    return [`Import ${id} failed and left nothing behind: ${error ?? 'no reason is known'}`]
  if (state === 'undone') return [`Import ${id} is undone.`]
  const lines = [
    `Import ${id}: ${count(rowsRead)} rows read, ${count(accepted)} accepted (${count(revised)} of them revisions), ${count(duplicates)} known already, ${count(rejected)} rejected.`,
    ...Object.entries(unknownTimes).map(
      ([field, time]) => `Times of ${field} at ${time} were read as dates: nearly all of them are.`,
    ),
  ]
  return rejected === 0
    ? lines
    : [...lines, `The rejected rows, with reasons: lagesbild import --rejects ${id}`]
}
