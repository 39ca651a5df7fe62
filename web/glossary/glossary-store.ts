import { computed, type ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import type { HttpClient } from '../app/api/http-client.ts'
import { createResource, type ResourceState } from '../app/api/resource.ts'
import { createFindTerms, type FindTerms } from './find-terms.ts'
import { createGlossaryCalls, type GlossaryCalls, type GlossaryEntry } from './glossary-calls.ts'

/** The glossary of the page: asked for when a word of it may first be needed. */
export interface GlossaryStore {
  readonly calls: GlossaryCalls
  readonly state: ReadonlySignal<ResourceState<readonly GlossaryEntry[]>>
  readonly findTerms: ReadonlySignal<FindTerms>
  readonly entries: ReadonlySignal<ReadonlyMap<string, GlossaryEntry>>
  /** Loads it unless it is loaded, or on its way. */
  need(): void
  load(): Promise<void>
}

/** Null where a document has no glossary: its words are not linked then. */
export const GlossaryContext = createContext<GlossaryStore | null>(null)

/** @param http client of the server */
export function createGlossaryStore(http: HttpClient): GlossaryStore {
  const calls = createGlossaryCalls(http)
  const received = createResource<readonly GlossaryEntry[]>()
  const inUse = computed(() => (received.state.value.value ?? []).filter(({ retired }) => !retired))
  const load = () => received.load((signal) => calls.list(signal))
  return {
    calls,
    state: received.state,
    entries: computed(() => new Map(inUse.value.map((entry) => [entry.key, entry]))),
    findTerms: computed(() =>
      createFindTerms(
        inUse.value.map(({ key, sv, en }) => ({ key, forms: [sv.name, ...sv.forms, en.name, ...en.forms] })),
      ),
    ),
    need() {
      if (received.state.peek().phase === 'idle') void load()
    },
    load,
  }
}
