import type { Signal } from '@preact/signals'
import { useAdminMessages } from '../accounts/admin-messages.ts'
import tabs from '../ui/tabs.module.css'

const ADMIN_TABS = ['people', 'organisations', 'sources', 'keys', 'auditLog'] as const
export type AdminTab = (typeof ADMIN_TABS)[number]

/** Which part of the administration is open. Arrow keys move between the tabs, per the ARIA tab pattern. */
export function AdminTabs({ tab }: { readonly tab: Signal<AdminTab> }) {
  const { words: messages } = useAdminMessages()
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const count = ADMIN_TABS.length
    tab.value = ADMIN_TABS[(ADMIN_TABS.indexOf(tab.value) + step + count) % count]!
    document.querySelector<HTMLElement>(`#admin-tab-${tab.value}`)?.focus()
  }
  return (
    <div class={tabs.tabs} role="tablist" aria-label={messages.sections} onKeyDown={move}>
      {ADMIN_TABS.map((id) => (
        <button
          key={id}
          id={`admin-tab-${id}`}
          type="button"
          role="tab"
          class={tabs.tab}
          aria-selected={tab.value === id}
          aria-controls="admin-section"
          tabIndex={tab.value === id ? 0 : -1}
          onClick={() => (tab.value = id)}
        >
          {messages.tabs[id]}
        </button>
      ))}
    </div>
  )
}
