import type { CountEvidence, EvidencePeriod, EvidenceZone } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { addDays, dayOfMidnight } from '../i18n/dates.ts'
import type { Formats } from '../i18n/formats.ts'
import { EvidenceFold } from './evidence-fold.tsx'
import { countInterval, ratioInterval } from './interval-text.ts'
import { zoneTitle } from './zones-evidence.tsx'
import { useCheckMessages } from './messages.ts'
import styles from './counts-evidence.module.css'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

interface CountsProps {
  readonly counts: readonly CountEvidence[]
  readonly zones: readonly EvidenceZone[]
  /** Counted periods, the check's own first; others are named. */
  readonly periods: readonly EvidencePeriod[]
}

/** Counts by zone, groups first; categories on demand. */
export function CountsEvidence({ counts, zones, periods }: CountsProps) {
  const { check: messages, formats } = useCheckMessages()
  const groups = counts.filter(({ category }) => category === null)
  const categories = counts.filter(
    ({ category, count, yearEarlier }) => category !== null && count + (yearEarlier ?? 0) > 0,
  )
  const years = categories[0] && otherPeriod(categories[0], periods)
  return (
    <EvidenceFold title={messages.counts.title}>
      <CountTable counts={groups} zones={zones} periods={periods} />
      {categories.length > 0 && (
        <EvidenceFold title={messages.counts.categories}>
          {years !== undefined && <p class={prose.hint}>{messages.counts.ofYears(daysOf(years, formats))}</p>}
          <CountTable counts={categories} zones={zones} periods={[]} />
        </EvidenceFold>
      )}
      {counts.some(({ scaled }) => scaled) && <p class={prose.hint}>* {messages.counts.scaled}</p>}
    </EvidenceFold>
  )
}

function CountTable({ counts, zones, periods }: CountsProps) {
  const { check: messages, formats } = useCheckMessages()
  return (
    <div class={tables.scroll} tabIndex={0} role="region" aria-label={messages.counts.title}>
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{messages.counts.what}</th>
            <th scope="col">{messages.counts.count}</th>
            <th scope="col">{messages.counts.yearEarlier}</th>
            <th scope="col">{messages.counts.ratio}</th>
            <th scope="col">{messages.counts.perHectare}</th>
          </tr>
        </thead>
        {zones.map((zone) => (
          <tbody key={zone.zone}>
            <tr>
              <th scope="rowgroup" colSpan={5} class={styles.zone}>
                {zoneTitle(zone, messages.zones, formats)}
              </th>
            </tr>
            {counts
              .filter((count) => count.zone === zone.zone)
              .map((count) => (
                <CountRow key={count.id} count={count} period={otherPeriod(count, periods)} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

interface CountRowProps {
  readonly count: CountEvidence
  readonly period: EvidencePeriod | undefined
}

function CountRow({ count, period }: CountRowProps) {
  const categoryName = useCategoryName()
  const { check: messages, formats } = useCheckMessages()
  const { ratio, ratioInterval: interval, yearEarlier, perHectare, scaled } = count
  return (
    <tr data-evidence={count.id}>
      <th scope="row">
        {categoryName(count.category ?? count.group ?? '')}
        {period !== undefined && <small>{daysOf(period, formats)}</small>}
      </th>
      <td>
        {formats.count(count.count)}
        <small>{countInterval(count.interval, formats)}</small>
      </td>
      <td>{yearEarlier === null ? messages.counts.incomparable : formats.count(yearEarlier)}</td>
      <td>
        {ratio === null ? '–' : `${formats.ratio(ratio)}${scaled ? '\u00a0*' : ''}`}
        {interval !== null && <small>{ratioInterval(interval, formats)}</small>}
      </td>
      <td>{perHectare === null ? '–' : formats.decimal(perHectare, 1)}</td>
    </tr>
  )
}

/** The period of a count where it differs from the check's. */
function otherPeriod({ per }: CountEvidence, periods: CountsProps['periods']): EvidencePeriod | undefined {
  const [whole] = periods
  return periods.find(
    (period) => period.per === per && (period.from !== whole!.from || period.to !== whole!.to),
  )
}

function daysOf({ from, to }: EvidencePeriod, formats: Formats): string {
  return formats.days(dayOfMidnight(from), addDays(dayOfMidnight(to), -1))
}
