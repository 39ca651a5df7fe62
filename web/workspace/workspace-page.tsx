import { computed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Api, createApi } from '../app/api/client.ts'
import { CityProvider } from '../app/city/city.ts'
import { useTitle } from '../app/shell/use-title.ts'
import type { Site } from '../app/site.ts'
import { useSite, useTexts } from '../app/site-context.ts'
import { HotspotsProvider } from '../hotspots/hotspots.ts'
import { followSurface } from '../hotspots/load-surface.ts'
import { SelectionProvider } from '../hotspots/selection.ts'
import { LayerChoiceProvider } from '../layers/layer-choice.ts'
import { MapStateProvider } from '../map/map-state.ts'
import { ProposalProvider } from '../proposals/proposal.ts'
import { syncAddress } from './address.ts'
import { App } from './app.tsx'
import { keepPermitted } from './keep-permitted.ts'
import type { LoadMap } from './map/map-view.tsx'
import { readView } from './permalink.ts'
import { renewWith } from './renew.ts'
import { ShellProvider } from './shell.ts'
import { createWorkspace, viewOf, type Workspace } from './workspace.ts'

/** The staff's page: the map, its panels and stores. */
export function WorkspacePage() {
  const site = useSite()
  const { app } = useTexts()
  const held = useRef<{ readonly workspace: Workspace; readonly api: Api; readonly loadMap: LoadMap } | null>(
    null,
  )
  held.current ??= openWorkspace(site)
  const { workspace, api, loadMap } = held.current
  useTitle(app.tabs[workspace.shell.panel.value])
  useEffect(() => begin(workspace, site, api), [workspace])
  return (
    <Stores {...workspace}>
      <App loadMap={loadMap} />
    </Stores>
  )
}

/** Provides each store to the components. */
function Stores(props: Workspace & { readonly children: ComponentChildren }) {
  return (
    <CityProvider value={props.city}>
      <HotspotsProvider value={props.hotspots}>
        <SelectionProvider value={props.selection}>
          <LayerChoiceProvider value={props.layers}>
            <MapStateProvider value={props.mapState}>
              <ProposalProvider value={props.proposal}>
                <ShellProvider value={props.shell}>{props.children}</ShellProvider>
              </ProposalProvider>
            </MapStateProvider>
          </LayerChoiceProvider>
        </SelectionProvider>
      </HotspotsProvider>
    </CityProvider>
  )
}

function openWorkspace(site: Site) {
  const api = createApi(site.http)
  const workspace = createWorkspace({ api, site, view: readView(location.search, site.language.peek()) })
  const loadMap: LoadMap = async () => {
    const { createMap } = await import('./map/create-map.ts')
    return (place) => createMap({ ...place, workspace, site })
  }
  return { api, workspace, loadMap }
}

function begin(workspace: Workspace, site: Site, api: Api): void {
  const { city, hotspots, mapState, proposal, shell } = workspace
  keepPermitted(workspace)
  syncAddress(viewOf(workspace, site), {
    location,
    history,
    addEventListener: (type, listener) => window.addEventListener(type, listener),
  })
  followSurface({ ...workspace, api, listed: computed(() => shell.panel.value === 'table') })
  renewWith(
    {
      resources: [
        city.received,
        hotspots.surface,
        hotspots.cells,
        hotspots.figures,
        hotspots.months,
        proposal.check,
        proposal.comparison,
        proposal.review,
        proposal.saved,
      ],
      retryTiles: mapState.retryTiles,
    },
    site.session,
  )
  void city.load()
}
