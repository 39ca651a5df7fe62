import { type ReadonlySignal, type Signal, computed, signal } from '@preact/signals'
import type { Bounds } from '../map/geometry.ts'
import type { CellGlimpse, CellKey } from '../hotspots/cell.ts'
import { type City, createCity } from '../app/city/city.ts'
import type { SurfaceAnswer } from '../app/api/answers.ts'
import type { Api } from '../app/api/client.ts'
import type { Texts } from '../i18n/texts.ts'
import { coveredTo } from '../sources/coverage.ts'
import type { IsoDate } from '../i18n/dates.ts'
import { type Filters, rangeOf } from '../hotspots/filters/filters.ts'
import type { HotClass, ToggledLayer } from '../layers/layer-choice.ts'
import type { Camera, Panel, View } from './permalink.ts'
import type { Language } from '../i18n/language.ts'
import { permittedEnd } from '../hotspots/filters/permitted-filters.ts'
import { createProposal, type Proposal } from '../proposals/proposal.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import { may, type Session } from '../app/session.ts'
import type { Site } from '../app/site.ts'
import type { PointedAt } from '../layers/thing.ts'

/** The map's own state, as far as the rest of the page must know it. */
export type MapPhase = 'loading' | 'ready' | 'unsupported'

/** All that the page remembers. Panels read and write signals; nothing else is shared between them. */
export interface Workspace {
  readonly api: Api
  readonly session: Session
  /** True of planners and coordinators, who see incidents within limits. */
  readonly limited: boolean
  readonly language: Signal<Language>
  readonly texts: ReadonlySignal<Texts>
  readonly panel: Signal<Panel>
  readonly filters: Signal<Filters>
  readonly layers: Signal<readonly ToggledLayer[]>
  readonly classes: Signal<readonly HotClass[]>
  readonly camera: Signal<Camera | null>
  /** What the map shows; null until it does. */
  readonly viewBounds: Signal<Bounds | null>
  readonly selected: Signal<CellKey | null>
  readonly glimpse: Signal<CellGlimpse | null>
  /** What the last click on the map met; null before one. */
  readonly pointedAt: Signal<PointedAt | null>
  readonly mapPhase: Signal<MapPhase>
  /** True when a tile could not be fetched since the last that could. */
  readonly tilesFailing: Signal<boolean>
  /** How often the person has asked for the tiles again. */
  readonly tileRetries: Signal<number>
  readonly city: City
  readonly surface: Resource<SurfaceAnswer>
  /** The first day that no source covers; null when no source says. */
  readonly coveredTo: ReadonlySignal<IsoDate | null>
  /** The day that presets count back from: the same for analysts, an earlier one for whole months. */
  readonly countedTo: ReadonlySignal<IsoDate | null>
  readonly proposal: Proposal
  /** Said by the live region. */
  readonly announcement: Signal<string>
  /** Asks the map to show these bounds or this place; the map empties it again. */
  readonly goTo: Signal<Bounds | null>
}

export interface WorkspaceDeps {
  readonly api: Api
  readonly site: Pick<Site, 'language' | 'texts' | 'session'>
  readonly view: View
}

/** A workspace that begins with a view, usually that of the address; the language is the site's. */
export function createWorkspace({ api, site, view }: WorkspaceDeps): Workspace {
  const filters = signal(view.filters)
  const city = createCity(api)
  const covered = computed(() => coveredTo(city.answer.state.value.value?.sources ?? []))
  const limited = !may(site.session, 'incidents.read')
  const counted = computed(() => (limited ? permittedEnd(filters.value, covered.value) : covered.value))
  return {
    api,
    session: site.session,
    limited,
    language: site.language,
    texts: site.texts,
    panel: signal(view.panel),
    filters,
    layers: signal(view.layers),
    classes: signal(view.classes),
    camera: signal(view.camera),
    viewBounds: signal(null),
    selected: signal(view.selected),
    glimpse: signal(null),
    pointedAt: signal(null),
    mapPhase: signal('loading'),
    tilesFailing: signal(false),
    tileRetries: signal(0),
    city,
    surface: createResource<SurfaceAnswer>(),
    coveredTo: covered,
    countedTo: counted,
    proposal: createProposal({ api, range: () => rangeOf(filters.peek().period, counted.peek()) }),
    announcement: signal(''),
    goTo: signal(null),
  }
}
