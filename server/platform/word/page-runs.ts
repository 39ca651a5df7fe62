import type { ParagraphChild } from 'docx'
import { LANGUAGES_OF_WORD } from './word-languages.ts'
import { type PageElement, textIn } from './page-tree.ts'

type Docx = typeof import('docx')

interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly font?: string
  readonly language?: { readonly value: string }
}

/**
 * The text of elements as Word has it: each with its language, strong and emphasised text, code, links.
 *
 * @param baseUrl origin of this service, to which links lead
 */
export function runsOf(
  docx: Docx,
  children: readonly (PageElement | string)[],
  baseUrl: string,
  look: Look = {},
): ParagraphChild[] {
  return children.flatMap((child): ParagraphChild[] => {
    if (typeof child === 'string') {
      const text = textIn(child)
      return text === '' ? [] : [new docx.TextRun({ text, ...look })]
    }
    const { name, attributes } = child
    const inner = runsOf(docx, child.children, baseUrl, { ...look, ...lookOf(child) })
    const href = attributes['href']
    if (name !== 'a' || href === undefined || href.startsWith('#')) return inner
    return [new docx.ExternalHyperlink({ link: new URL(href, baseUrl).href, children: inner })]
  })
}

function lookOf({ name, attributes }: PageElement): Look {
  const language = LANGUAGES_OF_WORD[attributes['lang'] ?? '']
  return {
    ...(language !== undefined && { language: { value: language } }),
    ...((name === 'strong' || name === 'dt') && { bold: true }),
    ...(name === 'em' && { italics: true }),
    ...(name === 'code' && { font: 'Consolas' }),
  }
}
