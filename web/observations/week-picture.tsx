import { Terms } from '../glossary/terms.tsx'
import { useMemo } from 'preact/hooks'
import { useResource } from '../app/api/use-resource.ts'
import { reportsAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { KIND_NAMES } from '../../server/observations/messages.ts'
import { useObservationMessages } from './messages.ts'
import { createObservationCalls, type WeekPicture } from './observation-calls.ts'
import styles from './week-picture.module.css'
import prose from '../ui/prose.module.css'

interface WeekPictureSectionProps {
  readonly areaId: number
  /** Of the week; null for the one that ends today. */
  readonly lastDay: string | null
}

/** What was reported of a place in a week, kind by kind beside the weeks before, in words. */
export function WeekPictureSection({ areaId, lastDay }: WeekPictureSectionProps) {
  const { http, session, language } = useSite()
  const { observations: messages, app } = useObservationMessages()
  const calls = useMemo(() => createObservationCalls(http), [])
  const picture = useResource((signal) => calls.week(areaId, lastDay, signal))
  const { value, failure } = picture.state.value
  const mayRead = session.user.value?.rights.includes('observations.read') ?? false
  return (
    <section aria-labelledby="week" data-part="week-picture">
      <h2 id="week">
        <Terms>{messages.week}</Terms>
      </h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void picture.retry()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value !== null && <Kinds picture={value} />}
      {mayRead && (
        <p>
          <a href={reportsAddress(language.value, areaId)}>{messages.read}</a>
        </p>
      )}
    </section>
  )
}

function Kinds({ picture: { from, to, kinds } }: { readonly picture: WeekPicture }) {
  const { observations: messages, formats } = useObservationMessages()
  if (kinds.length === 0) return <p class={prose.hint}>{messages.weekNone}</p>
  const [seen, others] = [kinds.filter(({ week }) => week > 0), kinds.filter(({ week }) => week === 0)]
  return (
    <>
      <p class={prose.hint}>{messages.weekDays(formats.days(from, to))}</p>
      <KindRows kinds={seen} />
      {others.length > 0 && (
        <details class={prose.fold} open={seen.length === 0}>
          <summary>{messages.weekOthers}</summary>
          <KindRows kinds={others} />
        </details>
      )}
      <p class={prose.hint}>{messages.weekHint}</p>
    </>
  )
}

function KindRows({ kinds }: Pick<WeekPicture, 'kinds'>) {
  const { observations: messages, formats, language } = useObservationMessages()
  return (
    <ul class={styles.kinds}>
      {kinds.map(({ kind, week, weeklyMean }) => (
        <li key={kind}>
          <span>{KIND_NAMES[language][kind]}</span>
          <span>{messages.weekLine(formats.count(week), formats.decimal(weeklyMean, 1))}</span>
        </li>
      ))}
    </ul>
  )
}
