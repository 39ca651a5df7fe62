import type { AreaFigure } from './area-figures.ts'
import { countText } from '../count-text.ts'
import { useReleaseMessages } from '../messages.ts'
import prose from '../../ui/prose.module.css'
import tables from '../../ui/tables.module.css'

interface AreaTableProps {
  /** What the figures are of, with their period. */
  readonly title: string
  readonly figures: readonly AreaFigure[]
}

/** What the map of areas shows, as a table in alphabetical order. */
export function AreaTable({ title, figures }: AreaTableProps) {
  const { publicMap, periods, formats } = useReleaseMessages()
  return (
    <details class={prose.fold}>
      <summary>{publicMap.asTable}</summary>
      <p class={prose.hint}>{publicMap.tableNote}</p>
      <div class={tables.scroll} tabIndex={0} role="region" aria-label={title}>
        <table class={tables.figures}>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{publicMap.area}</th>
              <th scope="col">{publicMap.count}</th>
              <th scope="col">{publicMap.residents}</th>
              <th scope="col">{publicMap.rates}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ key, name, residents, count, rate }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{countText(count, periods, formats)}</td>
                <td>{residents === null ? publicMap.noResidents : formats.count(residents)}</td>
                <td>{typeof rate === 'number' ? formats.decimal(rate, 1) : periods.absent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
