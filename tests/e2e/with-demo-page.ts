import { afterAll, beforeAll, describe } from 'vitest'
import { hasBrowser } from '../support/serving/browser.ts'
import { type DemoPage, openDemoPage } from './demo-page.ts'

/** Tells scenarios of one server with the demo city behind it; they share it, in their order. */
export function withDemoPage(
  title: string,
  scenarios: readonly ((city: () => DemoPage) => void)[],
  settings: Readonly<Record<string, string>> = {},
): void {
  describe.skipIf(!hasBrowser())(title, () => {
    let demo: DemoPage | undefined
    beforeAll(async () => {
      demo = await openDemoPage(settings)
    }, 240_000)
    afterAll(() => demo?.close())

    const city = (): DemoPage => {
      if (demo === undefined) throw new Error('The demo city is not open.')
      return demo
    }
    for (const tell of scenarios) tell(city)
  })
}
