import { useRef } from 'preact/hooks'
import { useWorkspace } from '../state/workspace-context.ts'
import { AboutDialog } from './about-dialog.tsx'

/** Name, what kind of data, how it is counted, and the other language. */
export function Header() {
  const { texts, language, city } = useWorkspace()
  const about = useRef<HTMLDialogElement>(null)
  const { app } = texts.value
  const other = language.value === 'sv' ? 'en' : 'sv'
  return (
    <header class="header">
      <h1 class="wordmark">
        <svg class="wordmark-sign" viewBox="0 0 32 32" aria-hidden="true">
          <path class="wordmark-outer" d="M16 2l12 7v14l-12 7L4 23V9z" />
          <path class="wordmark-inner" d="M16 10l5.2 3v6L16 22l-5.2-3v-6z" />
        </svg>
        {app.name}
      </h1>
      {city.state.value.value?.demo === true && <p class="demo-mark">{app.demo}</p>}
      <div class="header-actions">
        <button type="button" class="link-button" onClick={() => about.current?.showModal()}>
          {app.about}
        </button>
        <button type="button" class="link-button" lang={other} onClick={() => (language.value = other)}>
          {app.switchLanguage}
        </button>
      </div>
      <AboutDialog dialog={about} />
    </header>
  )
}
