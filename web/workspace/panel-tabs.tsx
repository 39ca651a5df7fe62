import { PANELS, type Panel, useShell } from './shell.ts'
import { useTexts } from '../app/site-context.ts'
import tabs from '../ui/tabs.module.css'

/** Which panel is open. Arrow keys move between the tabs, per the ARIA tab pattern. */
export function PanelTabs({ onChoose }: { readonly onChoose: () => void }) {
  const { panel } = useShell()
  const { app } = useTexts()
  const choose = (next: Panel) => {
    panel.value = next
    onChoose()
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = PANELS[(PANELS.indexOf(panel.value) + step + PANELS.length) % PANELS.length]!
    choose(next)
    document.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <div class={tabs.tabs} role="tablist" aria-label={app.panels} onKeyDown={move}>
      {PANELS.map((id) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          class={tabs.tab}
          aria-selected={panel.value === id}
          aria-controls="panel"
          tabIndex={panel.value === id ? 0 : -1}
          onClick={() => choose(id)}
        >
          {app.tabs[id]}
        </button>
      ))}
    </div>
  )
}
