import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { xmlTexts } from '../xml/xml-texts.ts'
import { readEntry } from '../zip/read-entry.ts'
import { createMergedCells } from './merged-cells.ts'
import { odsCellFault, odsCellText, odsCount } from './ods-cell.ts'
import { type CellFlaw, MAX_CELLS, type Sheet, type SheetRow } from './workbook.ts'
import type { Archive } from './xlsx-parts.ts'
import { FILE_NAMES } from '../messages/geographic.ts'

const WHAT = FILE_NAMES.ods
/** Of filled rows; blank ones are repeated to the end of the sheet. */
const MAX_REPEATS = 1000
const CELLS = ['table-cell', 'covered-table-cell']
const HIDDEN_ROW = ['collapse', 'filter']

/** The sheets of an OpenDocument workbook. @throws DomainError `invalid-file` as `readXml` does */
export async function openOds(archive: Archive): Promise<readonly Sheet[]> {
  const found: { readonly name: string; readonly hidden: boolean }[] = []
  const hiddenStyles = new Set<string>()
  const open = ({ name, attributes, parent }: XmlElement) => {
    if (name === 'table-properties' && attributes['table:display'] === 'false')
      hiddenStyles.add(parent?.attributes['style:name'] ?? '')
    if (name !== 'table') return
    const hidden = hiddenStyles.has(attributes['table:style-name'] ?? '')
    found.push({ name: attributes['table:name'] ?? String(found.length + 1), hidden })
  }
  for await (const _ of contentOf(archive, { open, close: () => {} }));
  return found.map((sheet, index) => ({ ...sheet, rows: () => rowsOf(archive, index) }))
}

function contentOf({ file, entries }: Archive, handler: Parameters<typeof readXml>[2]): AsyncGenerator<void> {
  const content = entries.find(({ name }) => name === 'content.xml')!
  return readXml(xmlTexts(readEntry(file, content), WHAT), WHAT, handler)
}

async function* rowsOf(archive: Archive, index: number): AsyncGenerator<readonly SheetRow[]> {
  let found: SheetRow[] = []
  let cells: string[] = []
  let flaws: CellFlaw[] = []
  let [table, row, column] = [-1, 1, 0]
  let lines: string[] = []
  let notes = 0
  const merged = createMergedCells()

  function open({ name, parent }: XmlElement): void {
    if (name === 'table') [table, row] = [table + 1, 1]
    else if (name === 'table-row') [cells, flaws, column] = [[], [], 0]
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
    if (name === 's') text(' '.repeat(Math.min(MAX_REPEATS, odsCount(attributes['text:c']))))
    else if (CELLS.includes(name)) endCell(name, attributes)
    else if (name === 'table-row') endRow(attributes)
  }

  function endCell(name: string, attributes: Readonly<Record<string, string>>): void {
    const shown = odsCellText(attributes, lines.join(' ').trim())
    lines = []
    const count = odsCount(attributes['table:number-columns-repeated'])
    // What is kept of cells that another covers is not shown.
    if (shown !== '' && name === 'table-cell')
      for (let k = 0; k < count && column + k < MAX_CELLS; k++) cells[column + k] = shown
    const kind = odsCellFault(attributes)
    if (kind !== null) flaws.push({ kind, column, text: shown })
    const rows = odsCount(attributes['table:number-rows-spanned'])
    if (rows > 1 && shown !== '' && odsCount(attributes['table:number-columns-spanned']) === 1)
      merged.start(column, shown, row + rows - 1)
    column += count
  }

  function endRow(attributes: Readonly<Record<string, string>>): void {
    const count = odsCount(attributes['table:number-rows-repeated'])
    const filled = merged.fill(cells, row)
    const texts = Array.from(cells, (text) => text ?? '')
    const hidden = HIDDEN_ROW.includes(attributes['table:visibility'] ?? '')
    const taken = Math.min(count, MAX_REPEATS)
    if (texts.length > 0 || flaws.length > 0)
      for (let k = 0; k < taken; k++) {
        const leftOut = k === taken - 1 ? count - taken : 0
        found.push({ row: row + k, cells: texts, hidden, flaws, merged: filled, leftOut })
      }
    row += count
  }

  for await (const _ of contentOf(archive, { open, text, close })) {
    if (found.length > 0) yield found
    found = []
  }
  if (found.length > 0) yield found
}
