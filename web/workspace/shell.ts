import { type Signal, signal } from '@preact/signals'
import { createStoreContext } from '../ui/store-context.ts'

export const PANELS = ['map', 'proposal', 'table'] as const
export type Panel = (typeof PANELS)[number]

/** State of the page's shell. */
export interface Shell {
  readonly panel: Signal<Panel>
  /** Text of the live region. */
  readonly announcement: Signal<string>
}

/** A shell with an initial panel, usually that of the address. */
export function createShell(panel: Panel): Shell {
  return { panel: signal(panel), announcement: signal('') }
}

export const { Provider: ShellProvider, useStore: useShell } = createStoreContext<Shell>('shell')
