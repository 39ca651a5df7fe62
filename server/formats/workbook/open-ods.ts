import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { xmlTexts } from '../xml/xml-texts.ts'
import { readEntry } from '../zip/read-entry.ts'
import { MAX_CELLS, type Sheet, type SheetRow } from './workbook.ts'
import type { Archive } from './xlsx-parts.ts'
import { FILE_NAMES } from '../messages/geographic.ts'

const WHAT = FILE_NAMES.ods
/** Of filled rows; blank ones are repeated to the end of the sheet. */
const MAX_REPEATS = 1000
const CLOCK = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/
const CELLS = ['table-cell', 'covered-table-cell']

/** The sheets of an OpenDocument workbook. @throws DomainError `invalid-file` as `readXml` does */
export async function openOds(archive: Archive): Promise<readonly Sheet[]> {
  const names: string[] = []
  const open = ({ name, attributes }: XmlElement) => {
    if (name === 'table') names.push(attributes['table:name'] ?? String(names.length + 1))
  }
  for await (const _ of contentOf(archive, { open, close: () => {} }));
  return names.map((name, index) => ({ name, rows: () => rowsOf(archive, index) }))
}

function contentOf({ file, entries }: Archive, handler: Parameters<typeof readXml>[2]): AsyncGenerator<void> {
  const content = entries.find(({ name }) => name === 'content.xml')!
  return readXml(xmlTexts(readEntry(file, content), WHAT), WHAT, handler)
}

async function* rowsOf(archive: Archive, index: number): AsyncGenerator<readonly SheetRow[]> {
  let found: SheetRow[] = []
  let cells: string[] = []
  let [table, row, column] = [-1, 1, 0]
  let lines: string[] = []
  let notes = 0

  function open({ name, parent }: XmlElement): void {
    if (name === 'table') [table, row] = [table + 1, 1]
    else if (name === 'table-row') [cells, column] = [[], 0]
    else if (CELLS.includes(name)) lines = []
    else if (name === 'annotation') notes++
    else if (name === 'p' && CELLS.includes(parent?.name ?? '')) lines.push('')
  }

  function text(piece: string): void {
    if (table === index && notes === 0 && lines.length > 0) lines[lines.length - 1] += piece
  }

  function close({ name, attributes }: XmlElement): void {
    if (name === 'annotation') notes--
    if (table !== index) return
    if (name === 's') text(' '.repeat(Math.min(MAX_REPEATS, repeats(attributes['text:c']))))
    else if (CELLS.includes(name)) endCell(attributes)
    else if (name === 'table-row') endRow(attributes)
  }

  function endCell(attributes: Readonly<Record<string, string>>): void {
    const shown = textOf(attributes, lines.join(' ').trim())
    lines = []
    const count = repeats(attributes['table:number-columns-repeated'])
    if (shown !== '') for (let k = 0; k < count && column + k < MAX_CELLS; k++) cells[column + k] = shown
    column += count
  }

  function endRow(attributes: Readonly<Record<string, string>>): void {
    const count = repeats(attributes['table:number-rows-repeated'])
    const filled = Array.from(cells, (text) => text ?? '')
    if (filled.length > 0)
      for (let k = 0; k < Math.min(count, MAX_REPEATS); k++) found.push({ row: row + k, cells: filled })
    row += count
  }

  for await (const _ of contentOf(archive, { open, text, close })) {
    if (found.length > 0) yield found
    found = []
  }
  if (found.length > 0) yield found
}

function textOf(attributes: Readonly<Record<string, string>>, shown: string): string {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return attributes['office:value'] ?? shown
    case 'date':
      return attributes['office:date-value'] ?? shown
    case 'time':
      return clockOf(attributes['office:time-value'] ?? '') ?? shown
    case 'boolean':
      return attributes['office:boolean-value'] ?? shown
    default:
      return shown
  }
}

function clockOf(duration: string): string | null {
  const parts = CLOCK.exec(duration)
  return parts === null
    ? null
    : parts
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join(':')
}

function repeats(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}
