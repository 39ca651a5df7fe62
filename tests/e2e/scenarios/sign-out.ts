import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { type DemoPage, mapIsReady } from '../demo-page.ts'
import { cookiesOf, createVisitors } from '../visitors.ts'
import { type Part, part } from '../part.ts'

const PRIVATE: readonly Part[] = ['workspace', 'account', 'legend', 'data-note']

const publicPage = (page: Page) => page.getByRole('combobox', { name: 'Sök ditt område' }).waitFor()

/** Which of the parts that only those who have signed in may see are on a page. */
async function privateParts(page: Page): Promise<readonly string[]> {
  const counts = PRIVATE.map(async (name) => ((await part(page, name).count()) > 0 ? [name] : []))
  return (await Promise.all(counts)).flat()
}

/** No data stay in the browser after a sign-out. */
export function signOutScenarios(city: () => DemoPage): void {
  describe('signing out', () => {
    it('clears the other tabs too, and Back shows no data', async () => {
      const cookie = await createVisitors(city().url).freshCookie('analyst')
      const { page, complaints, close } = await city().visit('/?group=order', {
        before: (context) => context.addCookies(cookiesOf(cookie, city().url)),
      })
      const other = await page.context().newPage()
      await other.goto(`${city().url}/?review=1`)
      await mapIsReady(page)
      await part(other, 'stepper').waitFor()
      await expect.poll(() => privateParts(page)).toEqual(PRIVATE)
      await expect.poll(() => privateParts(other)).toEqual(['account'])
      // A tile still loading would get a 401 and log an error to the console.
      await page.waitForLoadState('networkidle')

      await page.getByRole('button', { name: /^Ditt konto/ }).click()
      await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
      await Promise.all([publicPage(page), publicPage(other)])
      expect([await privateParts(page), await privateParts(other)]).toEqual([[], []])

      for (const tab of [page, other]) {
        await tab.goBack()
        await tab.getByRole('heading', { name: 'Logga in', exact: true }).waitFor()
        expect(await privateParts(tab)).toEqual([])
      }
      expect(complaints).toEqual([])
      await close()
    })
  })
}
