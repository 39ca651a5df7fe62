import { useSignal } from '@preact/signals'
import { CityText } from '../ui/city-text.tsx'
import { useRegisterMessages } from './messages.ts'
import type { RegisterDesk } from './register-desk.ts'
import type { RegisterFeature } from './register-feature.ts'
import { AREA_KINDS } from './register-kinds.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './registers-page.module.css'

const MIN_TO_FILTER = 8

/** The features of a register by name, each with a button to change it. */
export function FeatureList({ desk }: { readonly desk: RegisterDesk }) {
  const { registers, formats } = useRegisterMessages()
  const sought = useSignal('')
  const all = desk.features.state.value.value ?? []
  const kind = desk.kind.value
  const text = sought.value.trim().toLocaleLowerCase('sv')
  const found = all
    .filter(({ properties }) => properties.name.toLocaleLowerCase('sv').includes(text))
    .toSorted((a, b) => a.properties.name.localeCompare(b.properties.name, 'sv', { numeric: true }))
  return (
    <>
      <p class={controls.row}>
        <button type="button" class={controls.strongButton} onClick={() => desk.begin(null)}>
          {registers.add[kind]}
        </button>
      </p>
      {all.length > MIN_TO_FILTER && (
        <label class={fields.field}>
          <span class={fields.label}>{registers.filter}</span>
          <input
            type="search"
            value={sought.value}
            onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
          />
        </label>
      )}
      {all.length === 0 && <p class={prose.hint}>{registers.none}</p>}
      {all.length > 0 && found.length === 0 && <p class={prose.hint}>{registers.noMatch}</p>}
      {kind !== 'areas' && <Rows desk={desk} features={found} />}
      {kind === 'areas' &&
        AREA_KINDS.map((areaKind) => {
          const ofKind = found.filter(({ properties }) => properties['kind'] === areaKind)
          return (
            ofKind.length > 0 && (
              <details key={areaKind} class={prose.fold} open={text !== '' || ofKind.length <= MIN_TO_FILTER}>
                <summary>
                  {registers.areaKinds[areaKind]} ({formats.count(ofKind.length)})
                </summary>
                <Rows desk={desk} features={ofKind} />
              </details>
            )
          )
        })}
    </>
  )
}

interface RowsProps {
  readonly desk: RegisterDesk
  readonly features: readonly RegisterFeature[]
}

function Rows({ desk, features }: RowsProps) {
  const { registers } = useRegisterMessages()
  return (
    <ul class={styles.list}>
      {features.map((feature) => (
        <li key={feature.id}>
          <button type="button" class={styles.feature} onClick={() => desk.begin(feature)}>
            <span>
              <span class="visually-hidden">{registers.edit} </span>
              <CityText>{feature.properties.name}</CityText>
            </span>
            <Known feature={feature} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What tells features of one register apart, in a line. */
function Known({ feature: { properties } }: { readonly feature: RegisterFeature }) {
  const { registers, formats } = useRegisterMessages()
  const { status, validFrom, validTo, programmeFrom, programmeTo } = properties
  if (typeof status === 'string')
    return <small>{registers.choices[status as keyof typeof registers.choices]}</small>
  const [from, to] = [validFrom ?? programmeFrom, validTo ?? programmeTo]
  if (typeof from === 'string' && typeof to === 'string') return <small>{formats.shortDays(from, to)}</small>
  if (typeof from === 'string') return <small>{`${formats.shortDate(from)} –`}</small>
  return typeof to === 'string' ? <small>{`– ${formats.shortDate(to)}`}</small> : null
}
