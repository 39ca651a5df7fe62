import { DomainError } from '../../engine/errors.ts'
import { readXml, type XmlHandler } from '../xml/read-xml.ts'
import { xmlTexts } from '../xml/xml-texts.ts'
import type { ZipEntry, ZipFile } from '../zip/zip-directory.ts'
import { readEntry } from '../zip/read-entry.ts'
import { kindOfFormat, type NumberKind } from './serial-date.ts'
import { TABLE_MESSAGES } from '../messages/table.ts'
import { FILE_NAMES } from '../messages/geographic.ts'

const MAX_TEXT_LENGTH = 2 ** 26
export const WHAT = FILE_NAMES.xlsx

/** An archive and what is in it. */
export interface Archive {
  readonly file: ZipFile
  readonly entries: readonly ZipEntry[]
}

/** What the cells of a workbook's sheets refer to. */
export interface XlsxParts {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[]
  readonly texts: readonly string[]
  /** By the number of a cell's style. */
  readonly kinds: readonly NumberKind[]
  readonly from1904: boolean
}

/** @throws DomainError `invalid-file` for one that is damaged, `too-large` for one with too many texts */
export async function readXlsxParts(archive: Archive): Promise<XlsxParts> {
  const targets = new Map<string, string>()
  await walkPart(archive, 'xl/_rels/workbook.xml.rels', {
    close({ name, attributes: { Id, Target } }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, pathOf(Target))
    },
  })
  const sheets: { name: string; path: string; hidden: boolean }[] = []
  let from1904 = false
  await walkPart(archive, 'xl/workbook.xml', {
    close({ name, attributes }) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      const path = targets.get(attributes['r:id'] ?? idOf(attributes) ?? '')
      const isSheet = name === 'sheet' && path !== undefined && /(^|\/)worksheets\//.test(path)
      const hidden = /hidden$/i.test(attributes['state'] ?? '')
      if (isSheet) sheets.push({ name: attributes['name'] ?? path, path, hidden })
    },
  })
  return { sheets, from1904, texts: await sharedTexts(archive), kinds: await cellKinds(archive) }
}

/** Reads a part of the archive; one that is not there holds nothing. */
export async function walkPart(archive: Archive, path: string, handler: XmlHandler): Promise<void> {
  for await (const _ of openPart(archive, path, handler));
}

export async function* openPart(
  { file, entries }: Archive,
  path: string,
  handler: XmlHandler,
  prepare: (texts: AsyncIterable<string>) => AsyncIterable<string> = (texts) => texts,
): AsyncGenerator<void> {
  const entry = entries.find(({ name }) => name.toLowerCase() === path.toLowerCase())
  if (entry !== undefined) yield* readXml(prepare(xmlTexts(readEntry(file, entry), WHAT)), WHAT, handler)
}

/** Paths stand below xl/, or begin at the root of the archive. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

/** Some writers give the namespace of relationships another prefix. */
function idOf(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
}

async function sharedTexts(archive: Archive): Promise<readonly string[]> {
  const texts: string[] = []
  let [text, length] = ['', 0]
  await walkPart(archive, 'xl/sharedStrings.xml', {
    open({ name }) {
      if (name === 'si') text = ''
    },
    close(element) {
      if (element.name === 't' && element.parent?.name !== 'rPh') text += element.text
      if (element.name !== 'si') return
      texts.push(text)
      length += text.length
      if (length > MAX_TEXT_LENGTH) throw new DomainError('too-large', TABLE_MESSAGES.muchText)
    },
  })
  return texts
}

async function cellKinds(archive: Archive): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  await walkPart(archive, 'xl/styles.xml', {
    close({ name, attributes, parent }) {
      if (name === 'numFmt' && parent?.name === 'numFmts')
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name !== 'xf' || parent?.name !== 'cellXfs') return
      const id = Number(attributes['numFmtId'] ?? 0)
      kinds.push(kindOfFormat(id, codes.get(id) ?? null))
    },
  })
  return kinds
}
