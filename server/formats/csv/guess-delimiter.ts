import { separatorOf } from './separator-line.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
const QUOTED = /"(?:[^"]|"")*"/g
const LINE_BREAK = /\r\n|\n|\r/
const MAX_LINES = 200
/** What a line of another width takes away beside what a line of the usual width adds. */
const ODD_LINE = 0.5

/**
 * The character that cuts most lines into the same number of fields, the more fields the better; that of a first line `sep=;`
 * where there is one. Comments (`# …`) say nothing. Decimal commas come in rows and not in the header, and so do not count as a delimiter beside `;`.
 *
 * @param end of the file, where there is more of it than the text; its first line may be cut
 */
export function guessDelimiter(text: string, end = ''): string {
  const named = separatorOf(text.split(LINE_BREAK, 1)[0]!)
  if (named !== null) return named
  const lines = [...linesOf(text).slice(0, MAX_LINES), ...linesOf(end).slice(1).slice(-MAX_LINES)]
  const scores = DELIMITERS.map((delimiter) => score(lines, delimiter))
  return DELIMITERS[scores.indexOf(Math.max(...scores))]!
}

/** The lines of a text that say something: no empty ones, no comments. */
function linesOf(text: string): readonly string[] {
  const lines = text.replaceAll(QUOTED, '').split(LINE_BREAK)
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
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
