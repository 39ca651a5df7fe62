import type { XmlElement } from '../xml/read-xml.ts'
import { showNumber } from './serial-date.ts'
import { MAX_CELLS, type Sheet, type SheetRow } from './workbook.ts'
import { type Archive, openPart, readXlsxParts, type XlsxParts } from './xlsx-parts.ts'

/** The sheets of an Excel workbook. @throws DomainError as `readXlsxParts` does */
export async function openXlsx(archive: Archive): Promise<readonly Sheet[]> {
  const parts = await readXlsxParts(archive)
  return parts.sheets.map(({ name, path }) => ({ name, rows: () => rowsOf(archive, path, parts) }))
}

async function* rowsOf(
  archive: Archive,
  path: string,
  parts: XlsxParts,
): AsyncGenerator<readonly SheetRow[]> {
  let found: SheetRow[] = []
  let cells: string[] = []
  let [row, column, inline] = [0, -1, '']

  function open({ name, attributes }: XmlElement): void {
    if (name === 'row') {
      row = Number(attributes['r'] ?? row + 1)
      cells = []
      column = -1
    } else if (name === 'c') {
      column = columnOf(attributes['r']) ?? column + 1
      inline = ''
    }
  }

  function close(element: XmlElement): void {
    const { name, parent } = element
    if (name === 't' && parent?.name !== 'rPh') inline += element.text
    else if (name === 'v' && parent?.name === 'c')
      put(cells, column, textOf(element.text, parent.attributes, parts))
    else if (name === 'is') put(cells, column, inline)
    else if (name === 'row' && cells.length > 0) found.push({ row, cells: filledUp(cells) })
  }

  for await (const _ of openPart(archive, path, { open, close })) {
    if (found.length > 0) yield found
    found = []
  }
  if (found.length > 0) yield found
}

function textOf(text: string, { t, s }: Readonly<Record<string, string>>, parts: XlsxParts): string {
  if (t === 's') return parts.texts[Number(text)] ?? ''
  if (t === 'b') return text === '1' ? 'true' : 'false'
  if (t !== undefined && t !== 'n') return text
  return showNumber(text, parts.kinds[Number(s ?? 0)] ?? 'number', parts.from1904)
}

function put(cells: string[], column: number, text: string): void {
  if (text !== '' && column < MAX_CELLS) cells[column] = text
}

/** From 0: `B3` is 1. Null where a cell does not say where it stands. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function filledUp(cells: readonly string[]): readonly string[] {
  return Array.from(cells, (text) => text ?? '')
}
