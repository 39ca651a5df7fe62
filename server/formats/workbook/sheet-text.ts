import { chooseLayer } from '../choose-layer.ts'
import type { FileLayer } from '../file-layer.ts'
import type { Sheet, SheetRow } from './workbook.ts'
import type { Texts } from '../../engine/texts.ts'
import { createSheetTally, sheetsNotShown } from './sheet-notices.ts'

/** Rows from the top by which a sheet's width is known: titles and the header are among them. */
const HEAD_ROWS = 50
const MAX_SHEETS = 50

/**
 * Reads a sheet as CSV in UTF-8, a row of the sheet on each line, so that what is told of a line is told of the row.
 *
 * @param name of the sheet; null takes the only one that holds anything, of those that are shown
 * @throws DomainError `invalid-file` as `chooseLayer` does
 */
export async function sheetAsText(sheets: readonly Sheet[], name: string | null, what: Texts) {
  const measured: Measured[] = []
  for (const sheet of sheets.slice(0, MAX_SHEETS)) measured.push(await measure(sheet))
  const layers = measured.map(({ layer }) => layer)
  const chosen = chooseLayer(layers, name, what)
  const index = layers.indexOf(chosen)
  const layer = { ...chosen, notices: [...sheetsNotShown(layers, chosen), ...chosen.notices] }
  return { layer, bytes: textOf(sheets[index]!, measured[index]!) }
}

interface Measured {
  readonly layer: FileLayer
  readonly width: number
}

async function measure(sheet: Sheet): Promise<Measured> {
  const first = await measureOnce(sheet)
  return sheet.hasMerged?.() === true ? measureOnce(sheet) : first
}

async function measureOnce(sheet: Sheet): Promise<Measured> {
  let [features, width] = [0, 0]
  const tally = createSheetTally()
  for await (const rows of sheet.rows())
    for (const row of rows) {
      features++
      if (features <= HEAD_ROWS) width = Math.max(width, row.cells.length)
      tally.add(row)
    }
  const nothing = { geometryType: null, srid: null, crsName: null, fields: [], utcFields: [] }
  const { name, hidden } = sheet
  return { layer: { name, features, hidden, ...nothing, notices: tally.notices() }, width }
}

/** Ends with the last row that holds anything: behind it may come a million that do not. */
async function* textOf(sheet: Sheet, { layer, width }: Measured): AsyncGenerator<Uint8Array> {
  let [next, left] = [1, layer.features]
  for await (const rows of sheet.rows()) {
    let text = ''
    for (const { row, cells } of rows) {
      if (row > next && row - next < 2 ** 20) text += '\n'.repeat(row - next)
      text += `${lineOf(cells, width)}\n`
      next = Math.max(next, row) + 1
      left--
    }
    yield Buffer.from(text)
    if (left <= 0) return
  }
}

function lineOf(cells: SheetRow['cells'], width: number): string {
  const fields = cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells
  return fields.map(field).join(',')
}

/** A line break within a cell would put the lines of the text out of step with the rows of the sheet. */
function field(text: string): string {
  const inOneLine = text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
  return /[",]/.test(inOneLine) ? `"${inOneLine.replaceAll('"', '""')}"` : inOneLine
}
