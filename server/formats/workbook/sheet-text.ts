import { chooseLayer } from '../choose-layer.ts'
import type { FileLayer } from '../file-layer.ts'
import type { Sheet, SheetRow } from './workbook.ts'
import type { Texts } from '../../engine/texts.ts'

/** Rows from the top by which a sheet's width is known: titles and the header are among them. */
const HEAD_ROWS = 50
const MAX_SHEETS = 50

/**
 * Reads a sheet as CSV in UTF-8, a row of the sheet on each line, so that what is told of a line is told of the row.
 *
 * @param name of the sheet; null takes the only one that holds anything
 * @throws DomainError `invalid-file` as `chooseLayer` does
 */
export async function sheetAsText(sheets: readonly Sheet[], name: string | null, what: Texts) {
  const measured: Measured[] = []
  for (const sheet of sheets.slice(0, MAX_SHEETS)) measured.push(await measure(sheet))
  const layers = measured.map(({ layer }) => layer)
  const layer = chooseLayer(layers, name, what)
  const index = layers.indexOf(layer)
  return { layer, bytes: textOf(sheets[index]!, measured[index]!.width) }
}

interface Measured {
  readonly layer: FileLayer
  readonly width: number
}

async function measure(sheet: Sheet): Promise<Measured> {
  let [features, width] = [0, 0]
  for await (const rows of sheet.rows())
    for (const { cells } of rows) {
      features++
      if (features <= HEAD_ROWS) width = Math.max(width, cells.length)
    }
  const nothing = { geometryType: null, srid: null, crsName: null, fields: [], utcFields: [] }
  return { layer: { name: sheet.name, features, ...nothing }, width }
}

async function* textOf(sheet: Sheet, width: number): AsyncGenerator<Uint8Array> {
  let next = 1
  for await (const rows of sheet.rows()) {
    let text = ''
    for (const { row, cells } of rows) {
      if (row > next && row - next < 2 ** 20) text += '\n'.repeat(row - next)
      text += `${lineOf({ row, cells }, width)}\n`
      next = Math.max(next, row) + 1
    }
    yield Buffer.from(text)
  }
}

function lineOf({ cells }: SheetRow, width: number): string {
  const fields = cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells
  return fields.map(field).join(',')
}

/** A line break within a cell would put the lines of the text out of step with the rows of the sheet. */
function field(text: string): string {
  const inOneLine = text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
  return /[",]/.test(inOneLine) ? `"${inOneLine.replaceAll('"', '""')}"` : inOneLine
}
