import type { ComponentType } from 'preact'
import type { SessionUser } from '../session-calls.ts'
import { createStoreContext } from '../../ui/store-context.ts'

/** The header's component for the signed-in account. Passed by the root, so that the shell does not import accounts. */
export type AccountSlot = ComponentType<{ readonly user: SessionUser }>

export const { Provider: AccountSlotProvider, useStore: useAccountSlot } =
  createStoreContext<AccountSlot>('account slot')
