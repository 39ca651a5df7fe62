import type { PlaceContents, PublicContents } from '../../../server/releases/contract.ts'
import { CityText } from '../../ui/city-text.tsx'
import type { ShownCount } from '../area-series.ts'
import { kindTitle } from '../kind-text.ts'
import { subjectText } from '../subject-text.ts'
import { areaTable, type FigureTable, placeTable, statisticalTable } from './hidden-figures.ts'
import { useDeskMessages } from './messages.ts'
import prose from '../../ui/prose.module.css'
import sections from '../../ui/sections.module.css'
import tables from '../../ui/tables.module.css'
import styles from './releases-page.module.css'

/** Every figure of a release as it would be read, the hidden ones as hidden: areas by groups. */
export function FiguresReport({ contents }: { readonly contents: PublicContents | PlaceContents }) {
  const { desk, formats } = useDeskMessages()
  const { tables: words } = desk
  if (contents.kind === 'place')
    return <Figures title={words.place} rowTitle={words.zone} table={placeTable(contents, words.zones)} />
  const statistical = statisticalTable(contents)
  return (
    <>
      <Figures title={words.areas} rowTitle={words.area} table={areaTable(contents)} />
      {contents.city.length > 0 && <CityFigures figures={contents.city} />}
      {statistical !== null && (
        <details class={prose.fold}>
          <summary>{words.statistical(formats.count(statistical.rows.length))}</summary>
          <TableOf title={words.areas} rowTitle={words.area} table={statistical} />
        </details>
      )}
    </>
  )
}

interface FiguresProps {
  readonly title: string
  readonly rowTitle: string
  readonly table: FigureTable
}

function Figures({ title, rowTitle, table }: FiguresProps) {
  if (table.columns.length === 0) return null
  return (
    <section class={sections.section} aria-label={title}>
      <h3>{title}</h3>
      <TableOf title={title} rowTitle={rowTitle} table={table} />
    </section>
  )
}

function TableOf({ title, rowTitle, table: { rows, columns, figureAt } }: FiguresProps) {
  const texts = useDeskMessages()
  return (
    <div class={tables.scroll} tabIndex={0} role="region" aria-label={title}>
      <table class={`${tables.periods} ${styles.figures}`}>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {columns.map((column) => (
              <th key={`${column.register} ${column.group}`} scope="col">
                {kindTitle(column, texts)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">
                <CityText>{name}</CityText>
              </th>
              {columns.map((column) => (
                <Count key={`${column.register} ${column.group}`} count={figureAt(key, column)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One figure; a hidden one is marked by its words and a shade, with its reason. */
function Count({ count }: { readonly count: ShownCount | null }) {
  const { desk, periods, formats } = useDeskMessages()
  if (count === null) return <td>{desk.tables.missing}</td>
  if (typeof count === 'number') return <td>{formats.count(count)}</td>
  const short = { few: periods.few, withheld: periods.withheld, 'not-covered': periods.notCovered }[count]
  return <td data-hidden={count}>{short}</td>
}

function CityFigures({ figures }: { readonly figures: PublicContents['city'] }) {
  const texts = useDeskMessages()
  const { desk, reported } = texts
  return (
    <section class={sections.section} aria-label={desk.tables.city}>
      <h3>{desk.tables.city}</h3>
      <div class={tables.scroll} tabIndex={0} role="region" aria-label={desk.tables.city}>
        <table class={`${tables.periods} ${styles.figures}`}>
          <thead>
            <tr>
              <th scope="col">{desk.tables.what}</th>
              <th scope="col">{desk.tables.count}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ subject, register, count }) => (
              <tr key={`${register} ${subject}`}>
                <th scope="row">
                  {subjectText(subject, texts)} <small>{reported.to[register]}</small>
                </th>
                <Count count={count} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
