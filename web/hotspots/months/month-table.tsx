import type { HotspotMonths } from '../../../server/hotspots/months/contract.ts'
import { useHotspotMessages } from '../messages.ts'
import tables from '../../ui/tables.module.css'
import styles from './month-histogram.module.css'

/** The figures of the bars. */
export function MonthTable({
  periods,
  name,
}: {
  readonly periods: HotspotMonths['periods']
  readonly name: (at: number) => string
}) {
  const { months: texts, filters, formats } = useHotspotMessages()
  return (
    <details class={styles.details}>
      <summary>{texts.asTable}</summary>
      <table class={tables.figures}>
        <thead>
          <tr>
            <th scope="col">{filters.period}</th>
            <th scope="col">{texts.incidents}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ from, incidents }, at) => (
            <tr key={from}>
              <th scope="row">{name(at)}</th>
              <td>{formats.count(incidents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
