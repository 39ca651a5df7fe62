import { writeZip } from './geo-files.ts'

/** A cell: its text, its number, a number in a format (a date), what a formula left, or the error of one. */
export type Cell =
  | string
  | number
  | null
  | { readonly value: number; readonly format: string }
  | { readonly formula: string; readonly result?: string | number }
  | { readonly error: string }

interface XlsxOptions {
  readonly from1904?: boolean
  /** References (`A2:A5`) of merged cells, in every sheet. */
  readonly merged?: readonly string[]
  readonly hiddenSheets?: readonly string[]
  /** Numbers of rows, from 1, in every sheet. */
  readonly hiddenRows?: readonly number[]
  /** XML of further rows, in every sheet. */
  readonly tail?: string
}

/** Sheets by their names, row by row; null is a row that is not there. */
export type Sheets = Readonly<Record<string, readonly (readonly Cell[] | null)[]>>

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An Excel workbook as Excel writes it: texts shared, blank cells left out. */
export function writeXlsx(
  sheets: Sheets,
  { from1904 = false, merged = [], hiddenSheets = [], hiddenRows = [], tail = '' }: XlsxOptions = {},
): Buffer {
  const texts: string[] = []
  const formats: string[] = []
  const numberOf = (list: string[], text: string) => {
    if (!list.includes(text)) list.push(text)
    return list.indexOf(text)
  }
  const cellOf = (cell: Cell, reference: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${numberOf(texts, cell)}</v></c>`
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
    if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`
    if ('formula' in cell) return formulaCell(cell, reference)
    return `<c r="${reference}" s="${numberOf(formats, cell.format) + 1}"><v>${cell.value}</v></c>`
  }
  const names = Object.keys(sheets)
  const parts = names.map((name, k) => ({
    name: `xl/worksheets/sheet${k + 1}.xml`,
    text: `<worksheet ${MAIN}><sheetData>${sheets[name]!.map((cells, row) => (cells === null ? '' : `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ''}>${cells.map((cell, at) => cellOf(cell, `${String.fromCharCode(65 + at)}${row + 1}`)).join('')}</row>`)).join('')}${tail}</sheetData>${merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}</worksheet>`,
  }))
  const styles = formats.map((format, k) => `<numFmt numFmtId="${164 + k}" formatCode="${escape(format)}"/>`)
  const all = [
    {
      name: 'xl/workbook.xml',
      text: `<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${names.map((name, k) => `<sheet name="${escape(name)}" sheetId="${k + 1}"${hiddenSheets.includes(name) ? ' state="hidden"' : ''} r:id="rId${k + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${names.map((_, k) => `<Relationship Id="rId${k + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`).join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet ${MAIN}><numFmts>${styles.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, k) => `<xf numFmtId="${164 + k}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      text: `<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    },
    ...parts,
  ]
  return writeZip(all.map(({ name, text }) => ({ name, bytes: Buffer.from(XML + text) })))
}

function formulaCell({ formula, result }: { formula: string; result?: string | number }, reference: string) {
  const type = typeof result === 'string' ? ' t="str"' : ''
  return `<c r="${reference}"${type}><f>${formula}</f><v>${result ?? ''}</v></c>`
}

/** A LibreOffice workbook of one sheet. @param rows the XML of its rows */
export function writeOds(rows: string): Buffer {
  const content = `${XML}<office:document-content><office:body><office:spreadsheet><table:table table:name="Blad1">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
  return writeZip([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', bytes: Buffer.from(content) },
  ])
}
