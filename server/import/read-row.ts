import type { ImportMapping } from './import-mapping.ts'
import type { IncidentContent } from '../engine/snapshot/incident.ts'
import { type ColumnLookup, lookUpColumns } from './column-lookup.ts'
import type { Locator, Place } from '../formats/positions/locate.ts'
import type { TextLocator } from '../formats/positions/locate-text.ts'
import { type Attributes, createAttributeReader } from './read-attributes.ts'
import { readTimes, type RowTimes, type TimeReaders } from './read-times.ts'
import { externalIdOf } from '../formats/columns/external-id.ts'
import { createIdentifier } from './row-identity.ts'
import type { RejectReason, SourceRow } from '../formats/source-row.ts'
import type { RejectedRow, StagedIncident } from './repository.ts'

const MAX_ORIGINAL_LENGTH = 2000
const MAX_ID_LENGTH = 400
const MAX_SHOWN_LENGTH = 60
const WHOLE_ROW = -1

/** What one row comes to. */
export type ReadRow = (row: SourceRow) => StagedIncident | RejectedRow

interface RowProblem {
  readonly reason: RejectReason
  readonly detail: string
  readonly column: number
}

/** True for a row that cannot be taken. */
export function isRejected(row: StagedIncident | RejectedRow): row is RejectedRow {
  return 'reason' in row
}

/**
 * The reader of a file's rows, compiled from its mapping. One reader serves one file, for rows without an id are
 * numbered among their equals.
 *
 * @throws DomainError `invalid-mapping` when the mapping names a column that the file does not have
 */
export function createRowReader(options: {
  readonly sourceId: string
  readonly mapping: ImportMapping
  readonly columns: readonly string[]
  readonly locate: Locator
  readonly locateText: TextLocator
  readonly times: TimeReaders
  /** Rows that were over before this minute are past the retention of their source. */
  readonly keptFromMinute: number
}): ReadRow {
  const { sourceId, mapping, columns, keptFromMinute } = options
  const at = lookUpColumns(mapping, columns)
  const readAttributes = createAttributeReader(at, mapping)
  const identify = createIdentifier()
  return (row) => {
    const { fields } = row
    if (row.fault !== null) return rejected(row, columns, row.fault, WHOLE_ROW)
    const place = readPlace(fields, at, options)
    if ('reason' in place) return rejected(row, columns, place, place.column)
    const times = readTimes(fields, at, options.times, mapping.timeFormat)
    if ('reason' in times) return rejected(row, columns, times, times.column)
    if (times.toMinute < keptFromMinute) {
      return pastRetention(row, mapping.columns.occurredTo[0] ?? mapping.columns.occurredFrom[0]!)
    }
    const attributes = readAttributes(fields)
    if ('reason' in attributes) return rejected(row, columns, attributes, attributes.column)
    const externalId = externalIdOf(fields, at.externalId) ?? ''
    if (externalId.length > MAX_ID_LENGTH) return rejected(row, columns, LONG_ID, at.externalId[0]!)
    const content = contentOf(sourceId, externalId, place, times, attributes)
    return identify(content, row.line, keptOriginal(row))
  }
}

function contentOf(
  sourceId: string,
  externalId: string,
  { xCm, yCm }: Place,
  { fromMinute, toMinute, reportedMinute }: RowTimes,
  { categoryIndex, flags, settingCode, precisionCode, weight, text }: Attributes,
): IncidentContent {
  return {
    sourceId,
    externalId,
    xCm,
    yCm,
    fromMinute,
    toMinute,
    reportedMinute,
    categoryIndex,
    flags,
    settingCode,
    precisionCode,
    weight,
    text,
  }
}

function readPlace(
  fields: readonly string[],
  at: ColumnLookup,
  { locate, locateText }: { readonly locate: Locator; readonly locateText: TextLocator },
): Place | RowProblem {
  const geometryType = at.geometryType < 0 ? '' : fields[at.geometryType]!
  if (geometryType !== '' && geometryType !== 'Point') {
    return { reason: 'bad-position', detail: 'a Point is needed', column: at.geometryType }
  }
  if (at.position < 0) {
    const place = locate(fields[at.x]!, fields[at.y]!)
    return 'reason' in place ? { ...place, column: at[place.part] } : place
  }
  const place = locateText(fields[at.position]!)
  return 'reason' in place ? { ...place, column: at.position } : place
}

const LONG_ID = { reason: 'too-long', detail: `an id of more than ${MAX_ID_LENGTH} characters` } as const

/** Says where the row stands and nothing that is in it: it is not to be kept, not for a month either. */
export function pastRetention({ line }: SourceRow, column: string): RejectedRow {
  const detail = 'is over for longer than the source keeps incidents'
  return { line, column, reason: 'past-retention', detail, text: '' }
}

/** What is kept of a row as it stands in the file. */
export function keptOriginal({ original }: SourceRow): string {
  return original.slice(0, MAX_ORIGINAL_LENGTH)
}

/** @param column index of the column at fault, −1 for the whole row */
export function rejected(
  row: SourceRow,
  columns: readonly string[],
  { reason, detail }: Pick<RowProblem, 'reason' | 'detail'>,
  column: number,
): RejectedRow {
  const name = column < 0 ? null : columns[column]!
  const given = column < 0 ? '' : row.fields[column]!.trim()
  const shown = given.length > MAX_SHOWN_LENGTH ? `${given.slice(0, MAX_SHOWN_LENGTH)}…` : given
  return {
    line: row.line,
    column: name,
    reason,
    detail: shown === '' ? detail : `${shown}: ${detail}`,
    text: keptOriginal(row),
  }
}
