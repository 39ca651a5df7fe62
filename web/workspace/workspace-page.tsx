import { useEffect, useRef } from 'preact/hooks'
import { createApi } from '../app/api/client.ts'
import { CityProvider } from '../app/city/city.ts'
import { App } from './app.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { syncAddress } from './address.ts'
import { keepPermitted } from './keep-permitted.ts'
import { followSurface } from '../hotspots/load-surface.ts'
import { readView } from './permalink.ts'
import { renewWith } from './renew.ts'
import type { Site } from '../app/site.ts'
import { useSite } from '../app/site-context.ts'
import { WorkspaceContext } from './workspace-context.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

/** The planners' and analysts' page: the map, its panels, and everything that keeps them together. */
export function WorkspacePage() {
  const site = useSite()
  const held = useRef<Workspace | null>(null)
  held.current ??= createWorkspace({
    api: createApi(site.ask),
    site,
    view: readView(location.search, site.language.peek()),
  })
  const workspace = held.current
  const { panel, texts } = workspace
  useTitle(texts.value.app.tabs[panel.value])
  useEffect(() => begin(workspace, site), [workspace])
  return (
    <CityProvider value={workspace.city}>
      <WorkspaceContext.Provider value={workspace}>
        <App />
      </WorkspaceContext.Provider>
    </CityProvider>
  )
}

function begin(workspace: Workspace, site: Site): void {
  keepPermitted(workspace)
  syncAddress(workspace, {
    location,
    history,
    addEventListener: (type, listener) => window.addEventListener(type, listener),
  })
  followSurface(workspace)
  renewWith(workspace, site.session)
  void workspace.city.load()
}
