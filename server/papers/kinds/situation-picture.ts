import { PERSPECTIVES } from '../../platform/perspectives.ts'
import { OBSERVATION_NAMES, type WeekPicture } from '../../observations/index.ts'
import type { ProblemContent } from '../../measures/index.ts'
import { PICTURE_HEADINGS } from '../../situation-pictures/index.ts'
import type { WorkItem } from '../../work/index.ts'
import type { PaperMaterial } from '../material.ts'
import { missing, type Paper, type PaperBlock, said, written } from '../paper.ts'
import { attachedTo } from '../evidence-text.ts'
import { factsOf, type PaperWords, placeSource, section } from '../paper-words.ts'

/** The situation picture of an area by the parts of lag (2023:196): mapping, other information, analysis. */
export function situationPicture(material: PaperMaterial, week: WeekPicture, words: PaperWords): Paper {
  const { messages, language } = words
  return {
    kind: 'situation-picture',
    language,
    title: messages.titles['situation-picture'](material.area.name),
    facts: factsOf(material, words),
    sections: [
      section(words, 'problems', problemsOf(material, words), messages.laws.mapping),
      section(
        words,
        'observations',
        week.kinds.map(({ kind, week: count, weeklyMean }) =>
          said(
            messages.seen(OBSERVATION_NAMES[language][kind], words.number(count), words.number(weeklyMean)),
          ),
        ),
        messages.laws.information,
      ),
      section(words, 'pictures', pictures(material, words), messages.laws.information),
      section(words, 'causes', analysis(material, words), messages.laws.analysis),
    ],
  }
}

function problemsOf(material: PaperMaterial, words: PaperWords): readonly PaperBlock[] {
  const open = openProblems(material)
  if (open.length === 0) return [missing(words.messages.needs.problems)]
  return [...open.flatMap((problem) => problemBlocks(material, problem, words)), placeSource(material, words)]
}

export function openProblems({ problems }: Pick<PaperMaterial, 'problems'>): PaperMaterial['problems'] {
  return problems.filter(({ state }) => state === 'open')
}

/** A problem with its perspectives and what it rests on. */
export function problemBlocks(
  material: PaperMaterial,
  { id, content }: WorkItem<ProblemContent>,
  words: PaperWords,
): readonly PaperBlock[] {
  const { messages } = words
  const { title, subject, where, when, priority, evidence } = content
  const rests = [...evidenceBlocks(evidence), ...attachedTo(material, id, words)]
  const about = [messages.subjects[subject], where, when, priority ? messages.priority : null]
  return [
    written(`${title} (${about.filter((part) => part !== null).join('; ')})`),
    ...perspectiveBlocks(content, words),
    ...(rests.length === 0 ? [missing(messages.needs.evidence(title))] : rests),
  ]
}

/** The perspectives that matter to a problem, one line each. */
export function perspectiveBlocks(
  { perspectives = {} }: Pick<ProblemContent, 'perspectives'>,
  { messages }: PaperWords,
): readonly PaperBlock[] {
  return PERSPECTIVES.flatMap((key) =>
    perspectives[key] === undefined ? [] : [written(`${messages.perspectives[key]}: ${perspectives[key]}`)],
  )
}

/** Each line of evidence with where it stands. */
export function evidenceBlocks(evidence: ProblemContent['evidence']): readonly PaperBlock[] {
  return evidence.map(({ text, reference }) => {
    if (reference === null) return written(text)
    return /^(https:\/\/|\/\?)/.test(reference)
      ? written(text, { text: reference, href: reference })
      : written(`${text} (${reference})`)
  })
}

/** What was agreed by all, then what parties handed in. */
function pictures({ pictures: all }: PaperMaterial, words: PaperWords): readonly PaperBlock[] {
  const { messages, day } = words
  if (all.length === 0) return [missing(messages.needs.pictures)]
  const rank = ({ content }: PaperMaterial['pictures'][number]) => (content.form === 'joint' ? 0 : 1)
  return all
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ content }) => {
      const whose = content.form === 'joint' ? messages.jointPicture : messages.pictureOf(content.party ?? '')
      return [
        written(`${whose}, ${day(content.periodFrom)} – ${day(content.periodTo)}`),
        ...PICTURE_HEADINGS.flatMap((heading) => {
          const text = content[heading]
          return text === null ? [] : [written(`${messages.pictureHeadings[heading]}: ${text}`)]
        }),
      ]
    })
}

function analysis(material: PaperMaterial, words: PaperWords): readonly PaperBlock[] {
  return openProblems(material).flatMap((problem) => causeBlocks(material, problem, words))
}

/** The causes of a problem with what each rests on, and what speaks against it. */
export function causeBlocks(
  material: PaperMaterial,
  { id, content: { title } }: WorkItem<ProblemContent>,
  words: PaperWords,
): readonly PaperBlock[] {
  const { messages } = words
  const causes = material.causes.filter(({ partOf }) => partOf === id)
  if (causes.length === 0) return [missing(messages.needs.causes(title))]
  return causes.flatMap(({ id: causeId, state, content }) => [
    written(`${content.why} (${messages.causeStates[state as keyof typeof messages.causeStates]})`),
    ...evidenceBlocks(content.evidence),
    ...attachedTo(material, causeId, words),
    ...(content.contradictedBy === null ? [] : [said(messages.contradictedBy(content.contradictedBy))]),
  ])
}
