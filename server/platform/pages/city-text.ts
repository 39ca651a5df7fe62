import { CITY_LANGUAGE } from '../messages.ts'
import { type Html, html } from './html.ts'

/** A text of the city, marked with the city's language so that screen readers pronounce it right on every page. */
export function cityText(text: string): Html {
  return html`<span lang="${CITY_LANGUAGE}">${text}</span>`
}
