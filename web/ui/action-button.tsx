import type { ComponentChildren } from 'preact'

interface ActionButtonProps {
  readonly class?: string | undefined
  readonly type?: 'button' | 'submit'
  /** Whether pressing it does nothing now: something is under way, or there is nothing to do. */
  readonly idle: boolean
  /** Id of the form that it submits, when it stands outside it. */
  readonly form?: string
  readonly onClick?: () => void
  readonly children: ComponentChildren
}

/**
 * A button that keeps the focus and its place in the tab order while it cannot be used. A `disabled` one would drop
 * the focus of whoever pressed it from the keyboard to the beginning of the page.
 */
export function ActionButton({ idle, type = 'submit', onClick, children, ...rest }: ActionButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={idle}
      onClick={(event) => {
        if (idle) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </button>
  )
}
