import { effect, type ReadonlySignal } from '@preact/signals'
import { SEARCH_PATHS } from '../../server/search/paths.ts'
import type { SearchResult } from '../../server/search/contract.ts'
import type { HttpClient } from '../app/api/http-client.ts'
import { createResource, type Resource } from '../app/api/resource.ts'

/** Someone may type on within this time. */
const TYPING_MS = 120

/**
 * What a text finds on the map, while the list is open.
 *
 * @returns the results and a function that ends the searching
 */
export function followSearch(
  http: Pick<HttpClient, 'get'>,
  { text, open }: { readonly text: ReadonlySignal<string>; readonly open: ReadonlySignal<boolean> },
): { readonly results: Resource<SearchResult>; readonly stop: () => void } {
  const results = createResource<SearchResult>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = effect(() => {
    const query = text.value.trim()
    if (!open.value) return
    clearTimeout(timer)
    timer = setTimeout(
      () =>
        void results.load((signal) =>
          http.get(`${SEARCH_PATHS.search}?${new URLSearchParams({ q: query })}`, signal),
        ),
      query === '' ? 0 : TYPING_MS,
    )
  })
  return {
    results,
    stop: () => {
      clearTimeout(timer)
      stop()
    },
  }
}
