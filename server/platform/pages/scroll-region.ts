import { type Html, html } from './html.ts'

/** A table that scrolls sideways where it must, also for those who use the keyboard alone; nothing around nothing. */
export function scrollRegion(label: string, table: Html | null): Html | null {
  if (table === null) return null
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${table}</div>`
}
