import type { MeasureContent } from '../../measures/index.ts'
import type { WorkItem } from '../../work/index.ts'
import type { PaperMaterial } from '../material.ts'
import { missing, type Paper, type PaperBlock, type PaperSection, said, written } from '../paper.ts'
import { perspectiveBlocks } from './situation-picture.ts'
import { consultationBlocks } from '../consultations-text.ts'
import { datesOf, factsOf, type PaperWords, placeSource, section } from '../paper-words.ts'

/** The action plan of an area (lag 2023:196): goals, measures with owner, time, money and decision, follow-up. */
export function actionPlan(material: PaperMaterial, words: PaperWords): Paper {
  const { messages, language } = words
  return {
    kind: 'action-plan',
    language,
    title: messages.titles['action-plan'](material.area.name),
    facts: factsOf(material, words),
    sections: [
      section(words, 'problems', problems(material, words)),
      section(words, 'goals', goals(material, words), messages.laws.plan),
      section(words, 'measures', measures(material.measures, words), messages.laws.plan),
      section(words, 'commitments', commitments(material, words)),
      section(words, 'consultations', consultationBlocks(material, words)),
      section(words, 'agreements', agreementBlocks(material, words)),
      followUp(material, words),
    ],
  }
}

function problems(material: PaperMaterial, words: PaperWords): readonly PaperBlock[] {
  const open = material.problems.filter(({ state }) => state === 'open')
  if (open.length === 0) return [missing(words.messages.needs.problems)]
  const named = open.flatMap(({ content }) => [written(content.title), ...perspectiveBlocks(content, words)])
  return [...named, placeSource(material, words)]
}

function goals({ problems: all, goals: set }: PaperMaterial, words: PaperWords): readonly PaperBlock[] {
  const { messages, day, number } = words
  const { columns, needs } = messages
  const aimless = all.filter(({ id, state }) => state === 'open' && !set.some(({ partOf }) => partOf === id))
  const undated = set.filter(({ dueOn, state }) => dueOn === null && state === 'open')
  const rows = set.map(({ dueOn, content: { what, indicator, baseline, target } }) => [
    what,
    indicator,
    baseline === null ? '' : number(baseline),
    target === null ? '' : number(target),
    dueOn === null ? '' : day(dueOn),
  ])
  const head = [columns.what, columns.indicator, columns.baseline, columns.target, columns.when]
  return [
    ...tableOf(messages.headings.goals, head, rows),
    ...aimless.map(({ content }) => missing(needs.goals(content.title))),
    ...undated.map(({ content }) => missing(needs.dueOn(content.what))),
  ]
}

function measures(all: PaperMaterial['measures'], words: PaperWords): readonly PaperBlock[] {
  const decided = all.filter(({ state }) => state !== 'proposed')
  return [
    ...measureTable(all, words),
    ...(decided.length === 0 ? [missing(words.messages.needs.measures)] : []),
  ]
}

/** Measures with owner, time, state, money and decision; nothing where there are none. */
export function measureTable(
  all: readonly WorkItem<MeasureContent>[],
  words: PaperWords,
): readonly PaperBlock[] {
  const { columns, headings } = words.messages
  const head = [columns.what, columns.who, columns.when, columns.state, columns.money, columns.decided]
  return tableOf(
    headings.measures,
    head,
    all.map((measure) => measureRow(measure, words)),
  )
}

function measureRow({ state, content }: WorkItem<MeasureContent>, words: PaperWords): readonly string[] {
  const { messages, day } = words
  const { title, type, owner, decision, cancelledBecause } = content
  const stateName = messages.measureStates[state as keyof typeof messages.measureStates]
  return [
    `${title} (${messages.types[type]})`,
    owner,
    datesOf(content, words),
    cancelledBecause === null ? stateName : messages.becauseOf(cancelledBecause),
    moneyOf(content, words),
    decision === null ? '' : messages.decidedBy(decision.name, day(decision.decidedOn), decision.section),
  ]
}

/** A measure's money in a line: amount, investment or running, source, state, what it costs afterwards. */
export function moneyOf({ money }: Pick<MeasureContent, 'money'>, { messages, number }: PaperWords): string {
  if (money === null) return ''
  const { amountSek, kind, source, state, runningSekYearly } = money
  const parts = [
    messages.amount(number(amountSek)),
    messages.moneyKinds[kind],
    messages.moneySources[source],
    messages.moneyStates[state],
    ...(runningSekYearly === null ? [] : [messages.yearly(number(runningSekYearly))]),
  ]
  return parts.join(', ')
}

function commitments({ commitments: all }: PaperMaterial, words: PaperWords): readonly PaperBlock[] {
  const { messages, day } = words
  const { columns } = messages
  const rows = all
    .filter(({ status }) => status !== 'done')
    .map(({ what, who, dueOn, status }) => [
      what,
      who,
      dueOn === null ? '' : day(dueOn),
      messages.commitmentStatuses[status],
    ])
  return tableOf(
    messages.headings.commitments,
    [columns.what, columns.who, columns.when, columns.state],
    rows,
  )
}

/** What was agreed and promised, with its time. */
export function agreementBlocks(
  { agreements: all, promises }: Pick<PaperMaterial, 'agreements' | 'promises'>,
  { messages, day }: PaperWords,
): readonly PaperBlock[] {
  return [
    ...all.map(({ content: { parties, beginsOn, endsOn } }) =>
      written(messages.agreementOf(parties.join(', '), day(beginsOn), day(endsOn))),
    ),
    ...promises.map(({ content: { sentence, beginsOn, endsOn } }) =>
      written(messages.agreementOf(sentence, day(beginsOn), day(endsOn))),
    ),
  ]
}

/** What came of measures; figures of evaluations stay in the service, for who may see them. */
export function conclusionBlocks(
  { measures: all, evaluations }: Pick<PaperMaterial, 'measures' | 'evaluations'>,
  { messages }: PaperWords,
): readonly PaperBlock[] {
  return evaluations.flatMap(({ content: { result, learnt } }) => {
    const measure = all.find(({ id }) => id === result.measure.id)
    if (measure === undefined) return []
    const conclusion = messages.conclusions[result.evaluation.conclusion]
    return [
      written(messages.followed(measure.content.title, conclusion)),
      ...(learnt === null ? [] : [written(messages.learnt(learnt))]),
    ]
  })
}

function followUp(material: PaperMaterial, words: PaperWords): PaperSection {
  const { messages } = words
  const { measures: all, evaluations } = material
  const blocks = conclusionBlocks(material, words)
  const followed = new Set(evaluations.map(({ content }) => content.result.measure.id))
  const left = all.filter(({ id, state }) => state === 'done' && !followed.has(id))
  const rest = [
    ...(blocks.length === 0 ? [] : [said(messages.noCausation)]),
    ...left.map(({ content }) => missing(messages.needs.followUp(content.title))),
  ]
  return section(words, 'follow-up', [...blocks, ...rest], messages.laws.followUp)
}

/** A table, or nothing where it has no rows. */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly PaperBlock[] {
  return rows.length === 0 ? [] : [{ type: 'table', caption, head, rows }]
}
