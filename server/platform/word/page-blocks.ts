import type { FileChild } from 'docx'
import { elementsIn, hasClass, type PageElement, textIn } from './page-tree.ts'
import { runsOf } from './page-runs.ts'

type Docx = typeof import('docx')

/** A drawing as pixels. */
export interface PagePicture {
  readonly png: Uint8Array
  /** Of its units, for its proportions. */
  readonly width: number
  readonly height: number
}

interface Context {
  /** Those not drawn yet, taken from the front. */
  readonly pictures: PagePicture[]
  readonly baseUrl: string
  /** Which numbered list it is: each begins at 1. */
  numbered?: number
}

/** Of a sheet of A4 between its margins, pixels of 1/96 inch. */
const [MAX_WIDTH, MAX_HEIGHT] = [600, 760]
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 }
const HEADINGS = { h1: 'Title', h2: 'Heading1', h3: 'Heading2' } as const
const SKIPPED: readonly string[] = ['footer', 'caption', 'style']
const INLINE: readonly string[] = ['span', 'a', 'strong', 'em', 'code', 'time']

/** The blocks of an element of a page, as Word has them. */
export function blocksOf(docx: Docx, element: PageElement, context: Context): FileChild[] {
  return element.children.flatMap((child) => {
    if (typeof child !== 'string') return blockOf(docx, child, context)
    return child.trim() === ''
      ? []
      : [new docx.Paragraph({ children: runsOf(docx, [child], context.baseUrl) })]
  })
}

function blockOf(docx: Docx, element: PageElement, context: Context): FileChild[] {
  const { name, attributes } = element
  const { Paragraph } = docx
  const isUnseen = attributes['aria-hidden'] === 'true' || hasClass(element, 'stamp')
  if (isUnseen || SKIPPED.includes(name)) return []
  const runs = () => runsOf(docx, element.children, context.baseUrl)
  if (name in HEADINGS)
    return [new Paragraph({ children: runs(), heading: HEADINGS[name as keyof typeof HEADINGS] })]
  switch (name) {
    case 'p':
    case 'figcaption':
      return paragraphOf(docx, element, context)
    case 'ul':
    case 'ol':
      return listOf(docx, element, context)
    case 'dl':
      return factsOf(docx, element, context)
    case 'table':
      return tableOf(docx, element, context)
    case 'svg':
      return pictureOf(docx, attributes['aria-label']!, context)
    default:
      return INLINE.includes(name)
        ? [new Paragraph({ children: runsOf(docx, [element], context.baseUrl) })]
        : blocksOf(docx, element, context)
  }
}

/** Text, and the lists in it after it. */
function paragraphOf(docx: Docx, element: PageElement, context: Context): FileChild[] {
  const isList = (child: PageElement | string) =>
    typeof child !== 'string' && (child.name === 'ul' || child.name === 'ol')
  const text = element.children.filter((child) => !isList(child))
  const lists = { ...element, children: element.children.filter(isList) }
  return [
    new docx.Paragraph({ children: runsOf(docx, text, context.baseUrl) }),
    ...blocksOf(docx, lists, context),
  ]
}

function listOf(docx: Docx, element: PageElement, context: Context): FileChild[] {
  const instance = element.name === 'ol' ? (context.numbered = (context.numbered ?? 0) + 1) : 0
  const mark =
    instance === 0 ? { bullet: { level: 0 } } : { numbering: { reference: 'numbered', level: 0, instance } }
  return element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [new docx.Paragraph({ children: runsOf(docx, child.children, context.baseUrl), ...mark })],
  )
}

/** Each name with its values in a line. */
function factsOf(docx: Docx, element: PageElement, context: Context): FileChild[] {
  const lines: PageElement[][] = []
  for (const child of elementsIn(element)) {
    if (child.name === 'dt') lines.push([child])
    if (child.name === 'dd') lines.at(-1)!.push(child)
  }
  return lines.map(
    ([name, ...values]) =>
      new docx.Paragraph({
        children: runsOf(
          docx,
          [{ ...name!, children: [...name!.children, ': '] }, ...values],
          context.baseUrl,
        ),
      }),
  )
}

/** A table after its name, its head repeated on each sheet. */
function tableOf(docx: Docx, table: PageElement, { baseUrl }: Context): FileChild[] {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const inside = elementsIn(table)
  const caption = inside.find(({ name }) => name === 'caption')
  const heads = inside.filter(({ name }) => name === 'thead').flatMap(elementsIn)
  const rows = inside.filter(({ name }) => name === 'tr')
  return [
    ...(caption === undefined
      ? []
      : [new Paragraph({ keepNext: true, children: [new TextRun({ text: textIn(caption), bold: true })] })]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      margins: CELL_MARGINS,
      rows: rows.map(
        (row) =>
          new TableRow({
            tableHeader: heads.includes(row),
            cantSplit: true,
            children: row.children.flatMap((cell) =>
              typeof cell === 'string'
                ? []
                : [
                    new TableCell({
                      children: [
                        new Paragraph({
                          alignment: hasClass(cell, 'figures') ? 'right' : 'left',
                          children: runsOf(docx, cell.children, baseUrl, { bold: cell.name === 'th' }),
                        }),
                      ],
                    }),
                  ],
            ),
          }),
      ),
    }),
    new Paragraph({}),
  ]
}

function pictureOf(docx: Docx, label: string, { pictures }: Context): FileChild[] {
  const picture = pictures.shift()
  if (picture === undefined) return []
  const scale = Math.min(MAX_WIDTH / picture.width, MAX_HEIGHT / picture.height)
  const drawn = new docx.ImageRun({
    type: 'png',
    data: picture.png,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: label, title: label, description: label },
  })
  return [new docx.Paragraph({ children: [drawn] })]
}
