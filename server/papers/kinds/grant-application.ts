import type { MeasureContent } from '../../measures/index.ts'
import type { WorkItem } from '../../work/index.ts'
import type { PaperMaterial } from '../material.ts'
import { missing, type Paper, type PaperBlock, said, written } from '../paper.ts'
import { attachedTo } from '../evidence-text.ts'
import { datesOf, factsOf, type PaperWords, placeSource, section } from '../paper-words.ts'
import { moneyOf } from './action-plan.ts'
import { evidenceBlocks } from './situation-picture.ts'

/** An application for safety money for one measure: what, why, what it costs and afterwards, how it is followed up. */
export function grantApplication(
  material: PaperMaterial,
  measure: WorkItem<MeasureContent>,
  words: PaperWords,
): Paper {
  const { messages, language } = words
  return {
    kind: 'grant-application',
    language,
    title: messages.titles['grant-application'](measure.content.title),
    facts: factsOf(material, words),
    sections: [
      section(words, 'request', request(measure, words)),
      section(words, 'why', reasons(material, measure, words)),
      section(words, 'costs', costs(measure, words)),
      section(words, 'result', aims(material, measure, words)),
    ],
  }
}

function request({ content }: WorkItem<MeasureContent>, words: PaperWords): readonly PaperBlock[] {
  const { messages } = words
  const { title, type, owner, parties } = content
  const dates = datesOf(content, words)
  return [
    written(`${title} (${messages.types[type]}). ${[owner, ...parties].join(', ')}.`),
    dates === '' ? missing(messages.needs.dates) : said(dates),
  ]
}

function reasons(
  material: PaperMaterial,
  { content, partOf }: WorkItem<MeasureContent>,
  words: PaperWords,
): readonly PaperBlock[] {
  const { messages } = words
  const problem = material.problems.find(({ id }) => id === partOf)
  const causes = material.causes.filter(({ id }) => content.causeIds.includes(id))
  return [
    ...(problem === undefined
      ? [missing(messages.needs.problems)]
      : [
          written(problem.content.title),
          ...evidenceBlocks(problem.content.evidence),
          ...attachedTo(material, problem.id, words),
        ]),
    ...causes.flatMap((cause) => [
      written(cause.content.why),
      ...evidenceBlocks(cause.content.evidence),
      ...attachedTo(material, cause.id, words),
    ]),
    ...(causes.length === 0 ? [missing(messages.needs.causeOfMeasure)] : []),
    placeSource(material, words),
  ]
}

function costs({ content }: WorkItem<MeasureContent>, words: PaperWords): readonly PaperBlock[] {
  const { needs } = words.messages
  if (content.money === null) return [missing(needs.money)]
  const isOnce = content.money.kind === 'investment'
  return [
    said(moneyOf(content, words)),
    ...(isOnce && content.money.runningSekYearly === null ? [missing(needs.running)] : []),
  ]
}

function aims(
  { goals, evaluations }: PaperMaterial,
  { id, content }: WorkItem<MeasureContent>,
  { messages, day, number }: PaperWords,
): readonly PaperBlock[] {
  const own = goals.filter((goal) => content.goalIds.includes(goal.id))
  const followed = evaluations.filter(({ content: { result } }) => result.measure.id === id)
  return [
    ...own.map(({ dueOn, content: { what, indicator, baseline, target } }) =>
      written(
        [
          `${what}. ${indicator}`,
          ...(baseline === null || target === null ? [] : [`${number(baseline)} → ${number(target)}`]),
          ...(dueOn === null ? [] : [messages.until(day(dueOn))]),
        ].join(', '),
      ),
    ),
    ...(own.length === 0 ? [missing(messages.needs.goalOfMeasure)] : []),
    ...followed.map(({ content: { result } }) =>
      said(messages.followed(content.title, messages.conclusions[result.evaluation.conclusion])),
    ),
  ]
}
