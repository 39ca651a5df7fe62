import type { MeasureContent } from '../../measures/index.ts'
import type { WorkItem } from '../../work/index.ts'
import type { PaperMaterial } from '../material.ts'
import { missing, type Paper, type PaperBlock, type PaperSection, said, written } from '../paper.ts'
import { perspectiveBlocks } from './situation-picture.ts'
import { datesOf, factsOf, type PaperWords, placeSource } from '../paper-words.ts'

/** The action plan of an area (lag 2023:196): goals, measures with owner, time, money and decision, follow-up. */
export function actionPlan(material: PaperMaterial, words: PaperWords): Paper {
  const { messages, language } = words
  return {
    kind: 'action-plan',
    language,
    title: messages.titles['action-plan'](material.area.name),
    facts: factsOf(material, words),
    sections: [
      { heading: messages.headings.problems, law: null, blocks: problems(material, words) },
      { heading: messages.headings.goals, law: messages.laws.plan, blocks: goals(material, words) },
      { heading: messages.headings.measures, law: messages.laws.plan, blocks: measures(material, words) },
      { heading: messages.headings.commitments, law: null, blocks: commitments(material, words) },
      { heading: messages.headings.agreements, law: null, blocks: agreements(material, words) },
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

function measures({ measures: all }: PaperMaterial, words: PaperWords): readonly PaperBlock[] {
  const { messages } = words
  const { columns, needs } = messages
  const head = [columns.what, columns.who, columns.when, columns.state, columns.money, columns.decided]
  const decided = all.filter(({ state }) => state !== 'proposed')
  return [
    ...tableOf(
      messages.headings.measures,
      head,
      all.map((measure) => measureRow(measure, words)),
    ),
    ...(decided.length === 0 ? [missing(needs.measures)] : []),
  ]
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

function agreements(
  { agreements: all, promises }: PaperMaterial,
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
function followUp({ measures: all, evaluations }: PaperMaterial, { messages }: PaperWords): PaperSection {
  const blocks = evaluations.flatMap(({ content: { result, learnt } }) => {
    const measure = all.find(({ id }) => id === result.measure.id)
    if (measure === undefined) return []
    const conclusion = messages.conclusions[result.evaluation.conclusion]
    return [
      written(messages.followed(measure.content.title, conclusion)),
      ...(learnt === null ? [] : [written(messages.learnt(learnt))]),
    ]
  })
  const followed = new Set(evaluations.map(({ content }) => content.result.measure.id))
  const left = all.filter(({ id, state }) => state === 'done' && !followed.has(id))
  return {
    heading: messages.headings.followUp,
    law: messages.laws.followUp,
    blocks: [
      ...blocks,
      ...(blocks.length === 0 ? [] : [said(messages.noCausation)]),
      ...left.map(({ content }) => missing(messages.needs.followUp(content.title))),
    ],
  }
}

/** A table, or nothing where it has no rows. */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly PaperBlock[] {
  return rows.length === 0 ? [] : [{ type: 'table', caption, head, rows }]
}
