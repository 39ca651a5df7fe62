import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { HttpClient } from './api/http-client.ts'
import { createTexts, type Texts } from '../i18n/texts.ts'
import type { Language } from '../i18n/language.ts'
import type { Route } from './route.ts'
import type { Session } from './session.ts'

/** State shared by all pages: language, session and route. */
export interface Site {
  readonly http: HttpClient
  readonly language: Signal<Language>
  readonly texts: ReadonlySignal<Texts>
  readonly session: Session
  readonly route: Signal<Route>
}

/** A site with an initial route, usually that of the address. */
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
