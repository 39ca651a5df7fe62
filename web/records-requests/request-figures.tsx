import { ItemForm } from '../work/item-form.tsx'
import { SureButton } from '../work/sure-button.tsx'
import { CityText } from '../ui/city-text.tsx'
import { useRequestMessages } from './messages.ts'
import type { CountedArea, RecordsRequest, RequestFigure } from './request-calls.ts'
import { figureBody, figureFields } from './request-fields.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

interface RequestFiguresProps {
  readonly request: RecordsRequest
  readonly areas: readonly CountedArea[]
  /** Stores other figures; absent where they no longer change. */
  readonly onChange?: ((figures: readonly object[]) => Promise<unknown>) | undefined
}

/** The counts that are given out, and the form for one more. */
export function RequestFigures({ request: { id, figures }, areas, onChange }: RequestFiguresProps) {
  const { requests: messages } = useRequestMessages()
  return (
    <>
      {figures.length > 0 && <FigureTable figures={figures} areas={areas} onChange={onChange} />}
      {onChange !== undefined && (
        <ItemForm
          name={`figure of request ${id}`}
          summary={messages.figure}
          fields={figureFields(messages, areas)}
          onSave={(values) => onChange([...figures, figureBody(values)])}
        />
      )}
    </>
  )
}

interface FigureTableProps extends Pick<RequestFiguresProps, 'areas' | 'onChange'> {
  readonly figures: readonly RequestFigure[]
}

function FigureTable({ figures, areas, onChange }: FigureTableProps) {
  const { requests: messages, formats } = useRequestMessages()
  const { columns } = messages
  const nameOf = (areaId: number) => areas.find(({ id }) => id === areaId)?.name ?? String(areaId)
  return (
    // A region with a name, so that the keyboard can scroll it.
    <section class={tables.scroll} aria-label={messages.figures} tabIndex={0}>
      <table class={tables.figures}>
        <caption class={prose.hint}>{messages.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.area}</th>
            <th scope="col" class={tables.words}>
              {columns.what}
            </th>
            <th scope="col" class={tables.words}>
              {columns.when}
            </th>
            <th scope="col">{columns.count}</th>
            <th scope="col" class={tables.words}>
              {columns.countedAs}
            </th>
            {onChange !== undefined && <td />}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, k) => (
            <tr key={k}>
              <th scope="row">
                <CityText>{nameOf(figure.areaId)}</CityText>
              </th>
              <td class={tables.words}>
                {messages.groups[figure.group]}, {messages.registers[figure.register]}
              </td>
              <td class={tables.words}>
                {formats.date(figure.from)} – {formats.date(figure.to)}
              </td>
              <td>{formats.count(figure.count)}</td>
              <td class={tables.words}>{messages.counted[figure.countedAs]}</td>
              {onChange !== undefined && (
                <td>
                  <SureButton
                    label={messages.remove}
                    name={messages.removeFigure(nameOf(figure.areaId))}
                    isQuiet
                    onSure={() => onChange(figures.filter((other) => other !== figure))}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
