import type { Handling, HandlingFigure } from '../../server/reviews/handlings/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { useTexts } from '../app/site-context.ts'
import { useReviewWords } from './review-context.ts'
import styles from './handling-figures.module.css'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

const REGISTERS = ['police', 'city', 'other'] as const
const GROUPS = ['people', 'property', 'order', 'environment'] as const

/** The handling's counts, a table a register: they are never summed. */
export function HandlingFigures({ handling }: { readonly handling: Handling }) {
  const { handling: words } = useReviewWords()
  const told = REGISTERS.filter((register) => handling.figures.some((figure) => figure.register === register))
  return (
    <>
      {told.map((register) => (
        <div
          class={tables.scroll}
          tabIndex={0}
          role="region"
          aria-label={words.registers[register]}
          key={register}
        >
          <RegisterTable handling={handling} register={register} />
        </div>
      ))}
    </>
  )
}

function RegisterTable(props: {
  readonly handling: Handling
  readonly register: (typeof REGISTERS)[number]
}) {
  const { zones, figures } = props.handling
  const { handling: words } = useReviewWords()
  const categoryName = useCategoryName()
  const nameOf = (zone: Handling['zones'][number]) => {
    if (zone.toMetres === 0) return words.site
    const to = String(zone.toMetres)
    return zone.fromMetres === 0 ? words.within(to) : words.ring(String(zone.fromMetres), to)
  }
  const figureOf = (zone: number, group: string) =>
    figures.find(
      (figure) => figure.zone === zone && figure.register === props.register && figure.group === group,
    )
  return (
    <table class={`${tables.figures} ${styles.figures}`} data-part="handling-figures">
      <caption>{words.registers[props.register]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.zone}</th>
          {GROUPS.map((group) => (
            <th scope="col" key={group}>
              {categoryName(group)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {zones.map((zone) => (
          <tr key={zone.zone}>
            <th scope="row">{nameOf(zone)}</th>
            {GROUPS.map((group) => (
              <td key={group}>
                <Count figure={figureOf(zone.zone, group)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ figure }: { readonly figure: HandlingFigure | undefined }) {
  const { handling: words } = useReviewWords()
  const { formats } = useTexts()
  if (figure === undefined) return <>–</>
  const { count } = figure
  if (typeof count === 'number') return <>{formats.count(count)}</>
  const text = { few: words.few, 'not-covered': words.notCovered, withheld: words.withheld }[count]
  return <span class={prose.quiet}>{text}</span>
}
