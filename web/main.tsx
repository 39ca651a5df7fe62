import { effect } from '@preact/signals'
import { render } from 'preact'
import { App } from './app.tsx'
import { createApi } from './api/client.ts'
import { syncAddress } from './state/address.ts'
import { loadCity } from './state/load-city.ts'
import { followSurface } from './state/load-surface.ts'
import { readView } from './state/permalink.ts'
import { rememberedLanguage, rememberLanguage } from './state/remembered-language.ts'
import { WorkspaceContext } from './state/workspace-context.ts'
import { createWorkspace } from './state/workspace.ts'

const storage = () => localStorage
const api = createApi({ fetch: (...request) => fetch(...request) })
const workspace = createWorkspace({ api, view: readView(location.search, rememberedLanguage(storage)) })

syncAddress(workspace, {
  location,
  history,
  addEventListener: (type, listener) => window.addEventListener(type, listener),
})
effect(() => {
  document.documentElement.lang = workspace.language.value
  rememberLanguage(storage, workspace.language.value)
})
followSurface(workspace)
void loadCity(workspace)

const root = document.querySelector('#app')
if (root !== null) {
  root.replaceChildren()
  render(
    <WorkspaceContext.Provider value={workspace}>
      <App />
    </WorkspaceContext.Provider>,
    root,
  )
}
