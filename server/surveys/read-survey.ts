import { DomainError, type FieldProblem } from '../engine/errors.ts'
import type { SurveyFigure } from './survey.ts'
import { isCalendarDate } from '../platform/http/fields/instant.ts'
import { openCsv } from '../formats/csv/csv-rows.ts'

const NEEDED = ['indicator', 'wave', 'area', 'group', 'percent', 'margin', 'answers', 'source'] as const
const COLUMNS = [...NEEDED, 'published'] as const
type Column = (typeof COLUMNS)[number]

const MAX_ROWS = 50_000
const MAX_PROBLEMS = 50
const MAX_TEXT_LENGTH = 300

/** A figure of the file, whose area is still a name or an id. */
export type ReadFigure = Omit<SurveyFigure, 'areaId'> & { readonly area: string; readonly line: number }

/**
 * Reads survey figures from CSV text; commas or semicolons, a decimal point or comma.
 *
 * @throws DomainError `invalid-file` that names every line that cannot be used, or `too-large`
 */
export async function readSurvey(text: string): Promise<readonly ReadFigure[]> {
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ','
  const { columns, batches } = await openCsv(whole(text), delimiter, NEEDED)
  const at = placesOf(columns)
  const figures: ReadFigure[] = []
  const problems: FieldProblem[] = []
  for await (const rows of batches) {
    for (const { line, fields, fault } of rows) {
      const read = fault === null ? readRow(line, (column) => fields[at[column] ?? -1]?.trim() ?? '') : null
      if (read === null) problems.push({ field: `line ${line}`, rule: fault!.detail })
      else if ('rule' in read) problems.push(read)
      else figures.push(read)
      if (figures.length > MAX_ROWS) throw new DomainError('too-large', `At most ${MAX_ROWS} figures.`)
    }
  }
  refuseFile(problems)
  return figures
}

/** Refuses a file that has problems. */
export function refuseFile(problems: readonly FieldProblem[]): void {
  const [first] = problems
  if (first === undefined) return
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = `${first.field}: ${first.rule}${more}; nothing was imported.`
  throw new DomainError('invalid-file', message, { problems: problems.slice(0, MAX_PROBLEMS) })
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text.startsWith('\uFEFF') ? text.slice(1) : text
}

function placesOf(columns: readonly string[]): Readonly<Partial<Record<Column, number>>> {
  const names = columns.map((name) => name.toLowerCase())
  const missing = NEEDED.filter((name) => !names.includes(name))
  if (missing.length > 0) throw new DomainError('invalid-file', `Columns are missing: ${missing.join(', ')}.`)
  return Object.fromEntries(
    COLUMNS.map((name) => [name, names.indexOf(name)] as const).filter(([, place]) => place >= 0),
  )
}

function readRow(line: number, field: (column: Column) => string): ReadFigure | FieldProblem {
  const texts = ['indicator', 'wave', 'area', 'group', 'source'] as const
  const unusable = texts.find((name) => field(name) === '' || field(name).length > MAX_TEXT_LENGTH)
  const problem = (column: string, rule: string): FieldProblem => ({
    field: `line ${line}`,
    rule: `${column} ${rule}`,
  })
  if (unusable !== undefined) return problem(unusable, `must be a text of 1 to ${MAX_TEXT_LENGTH} characters`)
  const percent = share(field('percent'))
  if (percent === null || Number.isNaN(percent)) return problem('percent', 'must be a number from 0 to 100')
  const marginPercent = share(field('margin'))
  if (Number.isNaN(marginPercent)) return problem('margin', 'must be a number from 0 to 100, or empty')
  const answers = field('answers')
  if (!/^\d{0,9}$/.test(answers)) return problem('answers', 'must be a whole number, or empty')
  const published = field('published')
  if (published !== '' && !isCalendarDate(published)) return problem('published', 'must be a date, or empty')
  return {
    line,
    indicator: field('indicator'),
    wave: field('wave'),
    area: field('area'),
    group: field('group'),
    percent,
    marginPercent,
    answers: answers === '' ? null : Number(answers),
    source: field('source'),
    publishedOn: published === '' ? null : published,
  }
}

/** A share from 0 to 100; null for an empty field, NaN for any other text. */
function share(text: string): number | null {
  if (text === '') return null
  const value = /^\d{1,3}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  return value <= 100 ? value : Number.NaN
}
