import type { FileChild, ParagraphChild } from 'docx'
import { CITY_LANGUAGE } from '../platform/messages.ts'
import type { Language } from '../platform/language.ts'
import { PAPER_MESSAGES } from './messages.ts'
import { missingOf, type Paper, type PaperBlock } from './paper.ts'

type Docx = typeof import('docx')

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }
const FONT_HALF_POINTS = 22
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 }

/**
 * A paper as a Word file with real headings, a language for every text, and tables whose head repeats on each page.
 *
 * @param baseUrl origin of this service, to which links lead
 */
export async function paperDocx(paper: Paper, baseUrl: string): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, Packer } = docx
  const document = new Document({
    title: paper.title,
    creator: 'Lägesbild',
    description: paper.facts.map(({ name, value }) => `${name}: ${value}`).join('. '),
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: FONT_HALF_POINTS, language: { value: LOCALES[paper.language] } },
        },
      },
    },
    sections: [{ children: childrenOf(docx, paper, baseUrl) }],
  })
  return Packer.toBuffer(document)
}

function childrenOf(docx: Docx, paper: Paper, baseUrl: string): FileChild[] {
  const { HeadingLevel, Paragraph, TextRun } = docx
  const messages = PAPER_MESSAGES[paper.language]
  const lacking = missingOf(paper)
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
  return [
    new Paragraph({ children: [cityRun(docx, paper.title)], heading: HeadingLevel.TITLE }),
    ...paper.facts.map(
      ({ name, value }) =>
        new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), cityRun(docx, value)] }),
    ),
    ...paper.sections.flatMap(({ heading: title, law, blocks }) => [
      heading(title),
      ...(law === null
        ? []
        : [new Paragraph({ children: [new TextRun({ text: `${messages.law}: ${law}`, italics: true })] })]),
      ...blocks.map((block) => blockOf(docx, block, paper.language, baseUrl)),
    ]),
    ...(lacking.length === 0
      ? []
      : [
          heading(messages.missing),
          ...lacking.map((text) => new Paragraph({ children: [cityRun(docx, text)], bullet: { level: 0 } })),
        ]),
  ]
}

/** A text of the city, marked with the city's language. */
function cityRun({ TextRun }: Docx, text: string) {
  return new TextRun({ text, language: { value: LOCALES[CITY_LANGUAGE] } })
}

function blockOf(docx: Docx, block: PaperBlock, language: Language, baseUrl: string): FileChild {
  const { Paragraph, TextRun } = docx
  const messages = PAPER_MESSAGES[language]
  if (block.type === 'table') return tableOf(docx, block)
  if (block.type === 'missing')
    return new Paragraph({
      children: [new TextRun({ text: `${messages.missing}: `, bold: true }), cityRun(docx, block.text)],
    })
  const run = block.isCityText ? cityRun(docx, block.text) : new TextRun({ text: block.text })
  const children: ParagraphChild[] = [run]
  if (block.source !== undefined)
    children.push(
      new TextRun({ text: ` ${messages.source}: ` }),
      new docx.ExternalHyperlink({
        link: new URL(block.source.href, baseUrl).href,
        children: [new TextRun({ text: block.source.text, style: 'Hyperlink' })],
      }),
    )
  return new Paragraph({ children })
}

function tableOf(docx: Docx, { head, rows }: Extract<PaperBlock, { readonly type: 'table' }>): FileChild {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const cell = (run: InstanceType<Docx['TextRun']>) =>
    new TableCell({ children: [new Paragraph({ children: [run] })] })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: CELL_MARGINS,
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((text) => cell(new TextRun({ text, bold: true }))),
      }),
      ...rows.map((texts) => new TableRow({ children: texts.map((text) => cell(cityRun(docx, text))) })),
    ],
  })
}
