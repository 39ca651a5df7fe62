import type { WorkItem } from '../../work/index.ts'
import type { BoardReportContent, PaperMaterial } from '../material.ts'
import { missing, type Paper, type PaperBlock } from '../paper.ts'
import { factsOf, type PaperWords, placeSource, section } from '../paper-words.ts'
import { tableOf } from './action-plan.ts'

/** A board's material for a reporting date: how each goal and activity stands, as it was filed. */
export function boardReport(
  material: PaperMaterial,
  report: WorkItem<BoardReportContent>,
  words: PaperWords,
): Paper {
  const { messages, language } = words
  const { headings, titles, occasions } = messages
  const { occasion, year, board, entries } = report.content
  const goalIds = new Set(material.goals.map(({ id }) => id))
  return {
    kind: 'board-report',
    language,
    title: titles['board-report'](`${occasions[occasion]} ${year}`, board),
    facts: factsOf(material, words),
    sections: [
      section(
        words,
        'goals-reported',
        rowsOf(
          entries.filter(({ itemId }) => goalIds.has(itemId)),
          headings['goals-reported'],
          words,
        ),
      ),
      section(words, 'activities', [
        ...rowsOf(
          entries.filter(({ itemId }) => !goalIds.has(itemId)),
          headings.activities,
          words,
        ),
        ...(entries.length === 0 ? [missing(messages.needs.report)] : []),
        placeSource(material, words),
      ]),
    ],
  }
}

function rowsOf(
  entries: BoardReportContent['entries'],
  caption: string,
  { messages }: PaperWords,
): readonly PaperBlock[] {
  const { columns, statuses } = messages
  const rows = entries.map(({ title, status, sentence }) => [title, statuses[status], sentence ?? ''])
  return tableOf(caption, [columns.what, columns.state, columns.sentence], rows)
}
