import { CITY_LANGUAGE } from '../messages.ts'
import { type Html, html } from './html.ts'

/** A text as the city wrote it, said to be in the city's language, so that it is read aloud in it on every page. */
export function cityText(text: string): Html {
  return html`<span lang="${CITY_LANGUAGE}">${text}</span>`
}
