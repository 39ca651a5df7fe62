import type { Locator, Page } from 'playwright-core'

/** Parts of the page that have a name of their own, `data-part`, because no role or label tells them. */
export type Part =
  | 'account'
  | 'cell-claim'
  | 'cells'
  | 'counted-period'
  | 'data-note'
  | 'decided'
  | 'demo-mark'
  | 'document-contents'
  | 'evidence'
  | 'failure'
  | 'figures-as-of'
  | 'finding'
  | 'legend'
  | 'legend-count'
  | 'map'
  | 'map-unsupported'
  | 'measures'
  | 'next-step'
  | 'panel-title'
  | 'password-rules'
  | 'perspectives'
  | 'place-tables'
  | 'provenance'
  | 'public-map'
  | 'repeated-numbers'
  | 'saved-choice'
  | 'stepper'
  | 'things'
  | 'tip'
  | 'trade-off'
  | 'workspace'

/** The parts of that name on a page, or within another part of it. */
export function part(within: Page | Locator, name: Part): Locator {
  return within.locator(`[data-part=${name}]`)
}
