import type { ChartSeries } from './chart-series.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

interface ChartTableProps {
  readonly title: string
  readonly steps: readonly { readonly name: string }[]
  readonly series: readonly ChartSeries[]
  readonly messages: { readonly asTable: string; readonly step: string }
}

/** What a chart draws, as a table: a row a step, a column a series. */
export function ChartTable({ title, steps, series, messages }: ChartTableProps) {
  return (
    <details class={prose.fold}>
      <summary>
        {messages.asTable}
        <span class="visually-hidden">: {title}</span>
      </summary>
      <div class={tables.scroll} tabIndex={0} role="region" aria-label={title}>
        <table class={tables.figures}>
          <thead>
            <tr>
              <th scope="col">{messages.step}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ name }, step) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {series.map((one) => (
                  <td key={one.name}>{one.points[step]?.text ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
