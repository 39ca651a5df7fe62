import { afterAll, beforeAll, describe } from 'vitest'
import { hasBrowser } from '../support/serving/browser.ts'
import { type DemoPage, openDemoPage } from './demo-page.ts'

/** A scenario is as long as a sitting: what it waits for has its own limit, and a slow machine needs the sum of it. */
const SCENARIO_LIMIT_MS = 120_000
/** The first to need them builds the page and the city while the others wait. */
const OPENING_LIMIT_MS = 400_000

/** Runs scenarios on one shared server with the demo city, in order. */
export function withDemoPage(
  title: string,
  scenarios: readonly ((city: () => DemoPage) => void)[],
  settings: Readonly<Record<string, string>> = {},
): void {
  describe.skipIf(!hasBrowser())(title, { timeout: SCENARIO_LIMIT_MS }, () => {
    let demo: DemoPage | undefined
    beforeAll(async () => {
      demo = await openDemoPage(settings)
    }, OPENING_LIMIT_MS)
    afterAll(() => demo?.close())

    const city = (): DemoPage => {
      if (demo === undefined) throw new Error('The demo city is not open.')
      return demo
    }
    for (const tell of scenarios) tell(city)
  })
}
