import type { ComponentChildren } from 'preact'
import styles from './evidence-fold.module.css'
import prose from '../ui/prose.module.css'

/** One kind of evidence in a details element. */
export function EvidenceFold(props: {
  readonly title: string
  readonly ids?: readonly string[]
  readonly children: ComponentChildren
}) {
  return (
    <details class={`${prose.fold} ${styles.fold}`} data-evidence={props.ids?.join(' ')}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  )
}
