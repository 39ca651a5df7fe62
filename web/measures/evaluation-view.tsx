import type { ComponentChildren } from 'preact'
import { CityText } from '../ui/city-text.tsx'
import { audienceMark } from '../work/audience-field.ts'
import { useWorkMessages } from '../work/messages.ts'
import { EvaluationChart } from './evaluation-chart.tsx'
import type { Evaluation } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import { PublishedNote } from './published-note.tsx'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'
import styles from './situation-page.module.css'

/** Baseline periods that the counts before add up. */
const BASELINES = 2

/** What came of a measure: the conclusion first, then the figures for those who may see them. */
export function EvaluationView({
  evaluation,
  title,
  place = null,
  children,
}: {
  readonly evaluation: Evaluation
  readonly title: string
  /** Name of its place, where that is not clear. */
  readonly place?: string | null
  /** A form that changes it. */
  readonly children?: ComponentChildren
}) {
  const { measures: messages, formats } = useMeasureMessages()
  const { work } = useWorkMessages()
  const { conclusion, figures, withheld, after, before, group, learnt, state, audience } = evaluation
  const about = [
    ...(state === 'computed' ? [] : [messages.nextSteps[state]]),
    ...[audienceMark(audience, work)].filter((mark) => mark !== null),
  ]
  return (
    <li class={workStyles.row}>
      <p class={workStyles.what}>
        <CityText>{title}</CityText>
      </p>
      <p class={workStyles.known}>
        {place === null ? '' : `${place} · `}
        {messages.subjects[group]} · {formats.days(after.from, after.to)}
      </p>
      <p class={styles.conclusion} data-conclusion={conclusion}>
        {messages.conclusions[conclusion]}
      </p>
      {withheld.length > 0 && <p class={prose.hint}>{messages.withheld(withheld.join(', '))}</p>}
      {figures !== null && <Figures figures={figures} after={after} before={before} />}
      {learnt !== null && (
        <p>
          <CityText>{learnt}</CityText>
        </p>
      )}
      {about.length > 0 && <p class={workStyles.known}>{about.join(' · ')}</p>}
      {children}
    </li>
  )
}

interface FiguresProps {
  readonly figures: NonNullable<Evaluation['figures']>
  readonly after: Evaluation['after']
  readonly before: Evaluation['before']
}

function Figures({ figures, after, before }: FiguresProps) {
  const { measures: messages, formats } = useMeasureMessages()
  const { counts, comparison, series } = figures
  const interval = ({
    ratio,
    interval: { low, high },
  }: {
    ratio: number
    interval: { low: number; high: number }
  }) => [formats.ratio(ratio), formats.ratio(low), formats.ratio(high)] as const
  return (
    <>
      <p>
        {messages.counted(formats.count(counts.site.after), formats.count(counts.site.before / BASELINES))}
      </p>
      {comparison !== null && (
        <>
          <p>{messages.compared(...interval(comparison.site), formats.count(comparison.placebos))}</p>
          <p>{messages.ring(...interval(comparison.ring))}</p>
          <p class={prose.hint}>
            {messages.steps[comparison.step]} {messages.pitfalls} {messages.intervalNote}
          </p>
        </>
      )}
      <EvaluationChart series={series} after={after} before={before} band={comparison?.band ?? []} />
      {comparison?.published !== undefined && <PublishedNote published={comparison.published} />}
    </>
  )
}
