import type { ComponentType } from 'preact'
import type { SessionUser } from '../session-calls.ts'
import { createStoreContext } from '../../ui/store-context.ts'

/** What the header shows of who is signed in. Given by the root, so that no shell imports the accounts. */
export type AccountSlot = ComponentType<{ readonly user: SessionUser }>

export const { Provider: AccountSlotProvider, useStore: useAccountSlot } =
  createStoreContext<AccountSlot>('account slot')
