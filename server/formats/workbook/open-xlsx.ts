import type { XmlElement } from '../xml/read-xml.ts'
import { createMergedCells } from './merged-cells.ts'
import { showNumber } from './serial-date.ts'
import { type CellFlaw, MAX_CELLS, type Sheet, type SheetRow } from './workbook.ts'
import { withoutBlankCells } from './without-blank-cells.ts'
import { type Archive, openPart, readXlsxParts, type XlsxParts } from './xlsx-parts.ts'

const MAX_MERGES = 100_000

/** The last row of each cell that is merged downwards, by row and column of the cell; known when a sheet has been walked once. */
type Merges = Map<string, number>

/** The sheets of an Excel workbook. @throws DomainError as `readXlsxParts` does */
export async function openXlsx(archive: Archive): Promise<readonly Sheet[]> {
  const parts = await readXlsxParts(archive)
  return parts.sheets.map(({ name, path, hidden }) => {
    const merges: Merges = new Map()
    return {
      name,
      hidden,
      hasMerged: () => merges.size > 0,
      rows: () => rowsOf(archive, path, parts, merges),
    }
  })
}

async function* rowsOf(
  archive: Archive,
  path: string,
  parts: XlsxParts,
  merges: Merges,
): AsyncGenerator<readonly SheetRow[]> {
  let found: SheetRow[] = []
  let cells: string[] = []
  let flaws: CellFlaw[] = []
  let [row, column, inline, isFormula, isFilled] = [0, -1, '', false, false]
  const merged = createMergedCells()

  function open({ name, attributes }: XmlElement): void {
    if (name === 'row') {
      row = Number(attributes['r'] ?? row + 1)
      ;[cells, flaws] = [[], []]
      column = -1
    } else if (name === 'c') {
      column = columnOf(attributes['r']) ?? column + 1
      ;[inline, isFormula, isFilled] = ['', false, false]
    } else if (name === 'f') isFormula = true
    else if (name === 'mergeCell') keepMerge(merges, attributes['ref'])
  }

  function close(element: XmlElement): void {
    const { name, parent, attributes } = element
    if (name === 't' && parent?.name !== 'rPh') inline += element.text
    else if (name === 'v' && parent?.name === 'c')
      put(
        textOf(element.text, parent.attributes, parts),
        element.text !== '' || parent.attributes['t'] === 'str',
      )
    else if (name === 'is') put(inline, true)
    else if (name === 'c') endCell(attributes)
    else if (name === 'row') endRow(attributes)
  }

  function put(text: string, filled: boolean): void {
    isFilled = filled
    if (text === '' || column >= MAX_CELLS) return
    cells[column] = text
    const lastRow = merges.size === 0 ? undefined : merges.get(`${row} ${column}`)
    if (lastRow !== undefined) merged.start(column, text, lastRow)
  }

  function endCell({ t }: Readonly<Record<string, string>>): void {
    if (isFormula && !isFilled) flaws.push({ kind: 'uncomputed', column, text: '' })
    else if (t === 'e' && isFilled) flaws.push({ kind: 'error', column, text: cells[column] ?? '' })
  }

  function endRow({ hidden }: Readonly<Record<string, string>>): void {
    const filled = merged.fill(cells, row)
    if (cells.length === 0 && flaws.length === 0) return
    const isHidden = hidden === '1' || hidden === 'true'
    found.push({ row, cells: filledUp(cells), hidden: isHidden, flaws, merged: filled, leftOut: 0 })
  }

  for await (const _ of openPart(archive, path, { open, close }, withoutBlankCells)) {
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

/** Of cells merged across columns the first alone has the value: that is how a header spans them. */
function keepMerge(merges: Merges, reference: string | undefined): void {
  const parts = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '')
  if (parts === null || parts[1] !== parts[3] || merges.size >= MAX_MERGES) return
  merges.set(`${Number(parts[2])} ${columnOf(parts[1])}`, Number(parts[4]))
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
