import { fixedDocx } from './fixed-docx.ts'
import { blocksOf, type PagePicture } from './page-blocks.ts'
import { elementsIn, hasClass, pageTree, textIn } from './page-tree.ts'
import { LANGUAGES_OF_WORD } from './word-languages.ts'

const FONT_HALF_POINTS = 22

export interface PageToWord {
  /** A page of ours for print, with its content in `main`. */
  readonly markup: string
  /** What stands for the drawings of the page, in its order. */
  readonly pictures: readonly PagePicture[]
  /** Origin of this service, to which links lead. */
  readonly baseUrl: string
  /** ISO instant that the page is of: the file's date. */
  readonly at: string
}

/**
 * A page as a Word file: its headings, lists, tables whose head repeats, drawings with their alternative text, each text
 * in its language, and its stamp at the top of every sheet. The same bytes for the same page.
 */
export async function pageDocx({ markup, pictures, baseUrl, at }: PageToWord): Promise<Uint8Array> {
  const docx = await import('docx')
  const elements = elementsIn(pageTree(markup))
  const named = (name: string) => elements.find((element) => element.name === name)!
  const language = LANGUAGES_OF_WORD[named('html').attributes['lang']!]!
  const stamp = elements.find((element) => hasClass(element, 'stamp'))
  const document = new docx.Document({
    title: textIn(named('title')),
    creator: 'Lägesbild',
    lastModifiedBy: 'Lägesbild',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: FONT_HALF_POINTS, language: { value: language } } },
      },
    },
    numbering: { config: [{ reference: 'numbered', levels: [NUMBERED] }] },
    sections: [
      {
        ...(stamp !== undefined && {
          headers: { default: new docx.Header({ children: [stampOf(docx, textIn(stamp))] }) },
        }),
        children: blocksOf(docx, named('main'), { pictures: [...pictures], baseUrl }),
      },
    ],
  })
  return fixedDocx(await docx.Packer.toBuffer(document), at)
}

const NUMBERED = {
  level: 0,
  format: 'decimal',
  text: '%1.',
  style: { paragraph: { indent: { left: 720, hanging: 360 } } },
} as const

function stampOf({ Paragraph, TextRun }: typeof import('docx'), text: string) {
  return new Paragraph({ alignment: 'right', children: [new TextRun({ text, bold: true })] })
}
