import type { ComponentChildren } from 'preact'

interface ActionButtonProps {
  readonly class?: string | undefined
  readonly type?: 'button' | 'submit'
  /** Whether pressing does nothing now: work is in flight, or there is nothing to do. */
  readonly idle: boolean
  /** Id of the form that it submits, when it stands outside it. */
  readonly form?: string
  readonly onClick?: () => void
  readonly children: ComponentChildren
}

/**
 * A button that keeps focus and tab order while it cannot be used. A `disabled` one would lose keyboard focus to the
 * start of the page.
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
