import type { FileLayer } from '../file-layer.ts'
import { type Notice, written } from '../notice.ts'
import { SHEET_MESSAGES as MESSAGES } from '../messages/sheet.ts'
import type { CellFlaw, SheetRow } from './workbook.ts'
import type { Texts } from '../../engine/texts.ts'

const MAX_SHOWN = 5

/** Adds the rows of a sheet up to what has to be said of it. */
export interface SheetTally {
  add(row: SheetRow): void
  notices(): readonly Notice[]
}

export function createSheetTally(): SheetTally {
  const flaws = { error: createFlawTally(), uncomputed: createFlawTally() }
  let [hidden, merged, leftOut, repeatedAt] = [0, 0, 0, 0]
  return {
    add(row) {
      if (row.hidden) hidden++
      merged += row.merged
      if (row.leftOut > 0) [leftOut, repeatedAt] = [leftOut + row.leftOut, row.row]
      for (const flaw of row.flaws) flaws[flaw.kind].add(flaw, row.row)
    },
    notices: () => [
      ...flaws.error.notice('formula-errors', MESSAGES.errors),
      ...flaws.uncomputed.notice('formulas-uncomputed', MESSAGES.uncomputed),
      ...(hidden === 0 ? [] : [notice('hidden-rows', MESSAGES.hiddenRows(written(hidden)))]),
      ...(merged === 0 ? [] : [notice('merged-cells', MESSAGES.merged(written(merged)))]),
      ...(leftOut === 0 ? [] : [notice('rows-repeated', MESSAGES.repeated(repeatedAt, written(leftOut)))]),
    ],
  }
}

/** Sheets that hold something and were passed over, for their workbook does not show them. */
export function sheetsNotShown(layers: readonly FileLayer[], chosen: FileLayer): readonly Notice[] {
  const others = layers.filter((layer) => layer !== chosen && layer.hidden && layer.features > 0)
  if (chosen.hidden || others.length === 0) return []
  const names = others.slice(0, MAX_SHOWN).map(({ name }) => JSON.stringify(name))
  return [notice('hidden-sheets', MESSAGES.hiddenSheets(names.join(', ')))]
}

function createFlawTally() {
  const shown: string[] = []
  let count = 0
  return {
    add({ column, text }: CellFlaw, row: number): void {
      count++
      if (shown.length < MAX_SHOWN) shown.push(`${lettersOf(column)}${row}${text === '' ? '' : ` ${text}`}`)
    },
    notice(code: string, message: (count: Texts, cells: string) => Texts): readonly Notice[] {
      if (count === 0) return []
      return [notice(code, message(written(count), `${shown.join(', ')}${count > MAX_SHOWN ? ', …' : ''}`))]
    },
  }
}

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : `${lettersOf(Math.floor(column / 26) - 1)}${letter}`
}

function notice(code: string, texts: Texts): Notice {
  return { code, kind: 'warning', field: null, ...texts }
}
