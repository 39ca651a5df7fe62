import type { ComponentChildren } from 'preact'

/** One kind of evidence, folded until it is asked for. */
export function EvidenceFold(props: {
  readonly title: string
  readonly ids?: readonly string[]
  readonly open?: boolean
  readonly children: ComponentChildren
}) {
  return (
    <details class="fold evidence-fold" open={props.open === true} data-evidence={props.ids?.join(' ')}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  )
}
