import type { ComponentChildren } from 'preact'
import { CityText } from '../ui/city-text.tsx'
import styles from './work.module.css'

interface WorkRowProps {
  readonly title: string
  /** How it stands, in a word. */
  readonly mark?: string
  readonly late?: boolean
  /** What else is to be known of it, one line each; empty ones are left out. */
  readonly lines?: readonly (string | null)[]
  /** Draws those lines; absent = as they are. */
  readonly say?: (known: string) => ComponentChildren
  readonly children?: ComponentChildren
}

/** One problem, cause, goal or measure: what it is, how it stands, what else is known. */
export function WorkRow({
  title,
  mark,
  late = false,
  lines = [],
  say = (text) => text,
  children,
}: WorkRowProps) {
  const known = lines.filter((line) => line !== null && line !== '')
  return (
    <li class={styles.row}>
      <p class={styles.what}>
        <CityText>{title}</CityText>
        {mark !== undefined && (
          <span class={styles.mark} data-late={late}>
            {mark}
          </span>
        )}
      </p>
      {known.length > 0 && <p class={styles.known}>{say(known.join(' · '))}</p>}
      {children}
    </li>
  )
}
