import { separatorOf } from './separator-line.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
const QUOTED = /"(?:[^"]|"")*"/g
const MAX_LINES = 200
/** What a line of another width takes away beside what a line of the usual width adds. */
const ODD_LINE = 0.5

/**
 * The character that cuts most lines into the same number of fields, the more fields the better; that of a first line `sep=;`
 * where there is one. Decimal commas come in rows and not in the header, and so do not count as a delimiter beside `;`.
 */
export function guessDelimiter(text: string): string {
  const lines = text.replaceAll(QUOTED, '').split(/\r\n|\n|\r/, MAX_LINES)
  const named = separatorOf(text.split(/\r\n|\n|\r/, 1)[0]!)
  if (named !== null) return named
  const filled = lines.filter((line) => line.trim() !== '')
  const scores = DELIMITERS.map((delimiter) => score(filled, delimiter))
  return DELIMITERS[scores.indexOf(Math.max(...scores))]!
}

function score(lines: readonly string[], delimiter: string): number {
  const times = new Map<number, number>()
  for (const line of lines) {
    const cuts = line.split(delimiter).length - 1
    times.set(cuts, (times.get(cuts) ?? 0) + 1)
  }
  times.delete(0)
  const [usual] = [...times].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a)
  if (usual === undefined) return 0
  const [cuts, fitting] = usual
  return (fitting - ODD_LINE * (lines.length - fitting)) * Math.log2(1 + cuts)
}
