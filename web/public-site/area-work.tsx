import { CONCLUSION_NAMES } from '../../server/evaluations/messages.ts'
import { MEASURE_NAMES } from '../../server/measures/messages.ts'
import type { PublicWork } from '../../server/public-site/work/contract.ts'
import type { AreaSeries } from '../releases/area-series.ts'
import { countText } from '../releases/count-text.ts'
import { useReleaseMessages } from '../releases/messages.ts'
import { periodText } from '../releases/period-text.ts'
import { CityText } from '../ui/city-text.tsx'
import { useStartMessages } from './messages.ts'
import styles from './area-work.module.css'
import prose from '../ui/prose.module.css'

type Measure = PublicWork['measures'][number]
type Conclusion = Measure['conclusions'][number]

interface AreaWorkProps {
  readonly work: Pick<PublicWork, 'measures' | 'commitments'>
  /** Published figures of the area, of which those of its group stand beside a conclusion. */
  readonly series: readonly AreaSeries[]
  readonly areaName: string
}

/** What boards and parties have marked for the city's page: measures with what came of them, and commitments. */
export function AreaWork({ work: { measures, commitments }, ...figures }: AreaWorkProps) {
  const { work: messages, formats } = useStartMessages()
  return (
    <>
      {measures.length > 0 && (
        <ul class={styles.items} data-part="marked-measures">
          {measures.map((measure) => (
            <MeasureItem key={measure.id} measure={measure} {...figures} />
          ))}
        </ul>
      )}
      {commitments.length > 0 && (
        <>
          <h3>{messages.commitments}</h3>
          <ul class={styles.items} data-part="marked-commitments">
            {commitments.map(({ id, what, who, dueOn, status, place }) => (
              <li key={id}>
                <p class={styles.what}>
                  <CityText>{what}</CityText>
                  <span class={styles.mark} data-late={status === 'late'}>
                    {messages.statuses[status]}
                  </span>
                </p>
                <p class={styles.about}>
                  {[who, place, dueOn === null ? null : messages.dueBy(formats.date(dueOn))]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function MeasureItem({ measure, ...figures }: Omit<AreaWorkProps, 'work'> & { readonly measure: Measure }) {
  const { work: messages, language } = useStartMessages()
  const { title, type, owner, parties, place, state, late, decidedBy, cancelledBecause } = measure
  const names = MEASURE_NAMES[language]
  return (
    <li>
      <p class={styles.what}>
        <CityText>{title}</CityText>
        <span class={styles.mark} data-late={late}>
          {late ? messages.statuses.late : names.measureStates[state]}
        </span>
      </p>
      <p class={styles.about}>
        {[
          [owner, ...parties].join(', '),
          names.types[type],
          place,
          useTerm(measure),
          decidedBy === null ? null : messages.decidedBy(decidedBy),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {cancelledBecause !== null && (
        <p>
          <CityText>{cancelledBecause}</CityText>
        </p>
      )}
      {measure.conclusions.map((conclusion) => (
        <ConclusionItem key={conclusion.group} conclusion={conclusion} {...figures} />
      ))}
    </li>
  )
}

function useTerm({ beginsOn, endsOn }: Measure): string | null {
  const { work: messages, done, formats } = useStartMessages()
  if (beginsOn !== null && endsOn !== null) return formats.days(beginsOn, endsOn)
  if (beginsOn !== null) return done.since(formats.date(beginsOn))
  return endsOn === null ? null : messages.dueBy(formats.date(endsOn))
}

/** What came of a measure, with the published figures of the whole area beside it. */
function ConclusionItem({
  conclusion: { group, after, conclusion, state, learnt },
  series,
  areaName,
}: Omit<AreaWorkProps, 'work'> & { readonly conclusion: Conclusion }) {
  const { work: messages, formats, language } = useStartMessages()
  const { periods, reported } = useReleaseMessages()
  const own = series.filter((one) => one.group === group)
  return (
    <div class={styles.conclusion}>
      <p>
        <strong>{CONCLUSION_NAMES[language][conclusion]}.</strong>{' '}
        {messages.followedUp(MEASURE_NAMES[language].subjects[group], formats.days(after.from, after.to))}
        {state !== 'computed' && ` ${messages.next[state]}`}
      </p>
      {learnt !== null && (
        <p>
          <CityText>{learnt}</CityText>
        </p>
      )}
      {own.length > 0 && (
        <details class={prose.fold}>
          <summary>{messages.figures(areaName)}</summary>
          {own.map(({ register, figures }) => (
            <p key={register}>
              {reported.reportedTo(reported.what[group] ?? group, reported.to[register])}:{' '}
              {figures
                .map(
                  ({ period, count }) =>
                    `${periodText(period, language)} ${countText(count, periods, formats)}`,
                )
                .join('; ')}
              .
            </p>
          ))}
        </details>
      )}
    </div>
  )
}
