import { csvRow } from '../platform/http/csv-field.ts'
import { detailIn } from '../formats/messages/row-details.ts'
import type { ImportRepository, RejectedRow } from './repository.ts'

const PAGE_ROWS = 1000
const HEADER = 'line,column,reason,detail,text\r\n'

/** The rejected rows of an import as CSV (RFC 4180), page by page, in the order of the file. @param language of the details */
export async function* rejectsCsv(
  imports: Pick<ImportRepository, 'rejects'>,
  id: number,
  language: 'sv' | 'en',
): AsyncGenerator<string> {
  yield HEADER
  let afterLine = 0
  for (;;) {
    const page = await imports.rejects(id, afterLine, PAGE_ROWS)
    if (page.length > 0) yield page.map((row) => toLine(row, language)).join('')
    if (page.length < PAGE_ROWS) return
    afterLine = page.at(-1)!.line
  }
}

function toLine({ line, column, reason, detail, text }: RejectedRow, language: 'sv' | 'en'): string {
  return `${csvRow([line, column, reason, detailIn(language, detail), text])}\r\n`
}
