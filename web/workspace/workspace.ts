import { computed } from '@preact/signals'
import type { Api } from '../app/api/client.ts'
import { type City, createCity } from '../app/city/city.ts'
import { may } from '../app/session.ts'
import type { Site } from '../app/site.ts'
import { cityDay } from '../app/today.ts'
import { rangeOf } from '../hotspots/filters/filters.ts'
import { createHotspots, type Hotspots } from '../hotspots/hotspots.ts'
import { createSelection, type Selection } from '../hotspots/selection.ts'
import { createLayerChoice, type LayerChoice } from '../layers/layer-choice.ts'
import { createMapState, type MapState } from '../map/map-state.ts'
import { createProposal, type Proposal } from '../proposals/proposal.ts'
import { coveredTo } from '../sources/coverage.ts'
import type { View } from './permalink.ts'
import { createShell, type Shell } from './shell.ts'
import type { ViewSignals } from './address.ts'

/** The page's stores, split by what changes together. Components read single stores, never the whole. */
export interface Workspace {
  readonly city: City
  readonly hotspots: Hotspots
  readonly selection: Selection
  readonly layers: LayerChoice
  readonly mapState: MapState
  readonly proposal: Proposal
  readonly shell: Shell
}

export interface WorkspaceDeps {
  readonly api: Api
  readonly site: Pick<Site, 'session'>
  readonly view: View
}

/** A workspace with an initial view, usually that of the address. */
export function createWorkspace({ api, site, view }: WorkspaceDeps): Workspace {
  const limited = !may(site.session, 'incidents.read')
  const city = createCity(api, limited && may(site.session, 'hotspots.read'))
  const hotspots = createHotspots({
    limited,
    filters: view.filters,
    classes: view.classes,
    coveredTo: computed(() => {
      const { sources = [], incidentsThrough = null } = city.received.state.value.value ?? {}
      return coveredTo(sources, incidentsThrough)
    }),
    cutOn: computed(() => {
      const madeAt = city.received.state.value.value?.cut?.madeAt
      return madeAt == null ? null : cityDay(new Date(madeAt), site.session.timeZone.value)
    }),
  })
  const { filters, countedTo } = hotspots
  return {
    city,
    hotspots,
    selection: createSelection(view.selected),
    layers: createLayerChoice(view.layers),
    mapState: createMapState(view.camera),
    proposal: createProposal({ api, range: () => rangeOf(filters.peek().period, countedTo.peek()) }),
    shell: createShell(view.panel),
  }
}

/** The signals of a workspace that the address holds. */
export function viewOf(workspace: Workspace, { language }: Pick<Site, 'language'>): ViewSignals {
  const { hotspots, selection, layers, mapState, shell } = workspace
  return {
    language,
    panel: shell.panel,
    filters: hotspots.filters,
    layers: layers.chosen,
    classes: hotspots.classes,
    camera: mapState.camera,
    selected: selection.cell,
  }
}
