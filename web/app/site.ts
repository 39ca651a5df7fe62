import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { HttpClient } from './api/http-client.ts'
import { createTexts, type Texts } from '../i18n/texts.ts'
import type { Language } from '../i18n/language.ts'
import type { Route } from './route.ts'
import type { Session } from './session.ts'

/** What every page of the product shares: the language, who is signed in, what the address asks for. */
export interface Site {
  readonly http: HttpClient
  readonly language: Signal<Language>
  readonly texts: ReadonlySignal<Texts>
  readonly session: Session
  readonly route: Signal<Route>
}

/** A site that begins with a route, usually that of the address. */
export function createSite(deps: {
  readonly http: HttpClient
  readonly session: Session
  readonly language: Language
  readonly route: Route
}): Site {
  const language = signal(deps.language)
  return {
    http: deps.http,
    session: deps.session,
    language,
    texts: computed(() => createTexts(language.value)),
    route: signal(deps.route),
  }
}
