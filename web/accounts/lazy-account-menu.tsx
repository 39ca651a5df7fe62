import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import type { SessionUser } from '../app/session-calls.ts'

/** The account's menu, whose code the public needs not fetch. */
export function LazyAccountMenu({ user }: { readonly user: SessionUser }) {
  const loaded = useSignal<{ readonly Menu: ComponentType<{ readonly user: SessionUser }> } | null>(null)
  useEffect(() => {
    const load = async () => {
      const { AccountMenu } = await import('./account-menu.tsx')
      loaded.value = { Menu: AccountMenu }
    }
    // Without it the page still works; the next page asks again.
    load().catch(() => {})
  }, [])
  return loaded.value === null ? null : <loaded.value.Menu user={user} />
}
