import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Hexagon } from './hexagon.tsx'
import { HOT_CLASSES, type HotClass } from './hot-classes.ts'
import { useHotspots } from './hotspots.ts'
import { useHotspotMessages } from './messages.ts'
import { ChangeRows } from './changes/change-legend.tsx'
import styles from './legend.module.css'
import fields from '../ui/fields.module.css'

/** Where the map has room for an open legend. */
const ROOMY = '(min-width: 860px) and (min-height: 620px)'

/**
 * The legend on the map: what each colour and each absence of colour means, with a switch for each class.
 *
 * @param folded until it is opened, because what lies below it matters more
 */
export function Legend({ folded }: { readonly folded: boolean }) {
  const { surface, filters } = useHotspots()
  const { legend } = useHotspotMessages()
  const isOpen = useSignal(false)
  useEffect(() => {
    isOpen.value = !folded && matchMedia(ROOMY).matches
  }, [folded])
  const compares = filters.value.compare !== null
  const refused = surface.state.value.failure?.code === 'forbidden'
  return (
    <details
      class={styles.legend}
      data-part="legend"
      open={isOpen.value}
      onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}
    >
      <summary>{legend.name}</summary>
      {compares ? <ChangeRows /> : <ClassRows />}
      <ul class={styles.states}>
        {!compares && <State of="few">{legend.states.few}</State>}
        {!compares && <State of="none">{legend.states.none}</State>}
        <State of="uncovered">{legend.states.uncovered}</State>
        <State of="refused" current={refused}>
          {legend.states.refused}
        </State>
      </ul>
      <p class={styles.ring}>{legend.ring}</p>
    </details>
  )
}

/** The classes that are drawn, each with its number of cells in view. */
function ClassRows() {
  const { classes, surface } = useHotspots()
  const { legend, formats } = useHotspotMessages()
  const { value, phase } = surface.state.value
  const toggle = (id: HotClass) => {
    const chosen = classes.peek()
    classes.value = HOT_CLASSES.filter((c) => (c === id ? !chosen.includes(c) : chosen.includes(c)))
  }
  const cells = (id: HotClass) => {
    const count = value?.classes[id]
    if (count === undefined) return ''
    return count === 1 ? legend.oneCell : legend.cells(formats.count(count))
  }
  return (
    <fieldset class={fields.plain} aria-busy={phase === 'loading'}>
      <legend class={styles.title}>{legend.title}</legend>
      {HOT_CLASSES.map((id) => (
        <label key={id} class={styles.row}>
          <input
            type="checkbox"
            checked={classes.value.includes(id)}
            aria-describedby="legend-in-view"
            onChange={() => toggle(id)}
          />
          <Hexagon of={id} />
          <span class={styles.words}>{legend[id]}</span>
          <span class={styles.count} data-part="legend-count">
            {cells(id)}
          </span>
        </label>
      ))}
      <p class={styles.plain}>{legend.none}</p>
    </fieldset>
  )
}

/** A state without colour, as the map shows it. */
function State(props: {
  readonly of: 'few' | 'none' | 'uncovered' | 'refused'
  readonly current?: boolean
  readonly children: ComponentChildren
}) {
  return (
    <li class={styles.state} aria-current={props.current === true ? 'true' : undefined}>
      <Hexagon of={props.of} />
      <span>{props.children}</span>
    </li>
  )
}
