import { type Html, html } from './html.ts'

/** A focusable region in which a wide table scrolls sideways, by keyboard too; null for null. */
export function scrollRegion(label: string, table: Html | null): Html | null {
  if (table === null) return null
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${table}</div>`
}
