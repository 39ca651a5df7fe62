import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { type DemoPage, mapIsReady } from '../demo-page.ts'
import { cookiesOf, createVisitors } from '../visitors.ts'

const publicPage = (page: Page) => page.getByRole('combobox', { name: 'Sök ditt område' }).waitFor()
const isPrivate = (page: Page) => page.locator('.workspace, .account, .legend, .data-note').count()

/** What stays in the browser of whoever has signed out: nothing. */
export function signOutScenarios(city: () => DemoPage): void {
  describe('signing out', () => {
    it('empties the other tabs too, and Back shows nothing of what was there', async () => {
      const cookie = await createVisitors(city().url).freshCookie('analyst')
      const { page, complaints, close } = await city().visit('/?panel=table', {
        before: (context) => context.addCookies(cookiesOf(cookie, city().url)),
      })
      const other = await page.context().newPage()
      await other.goto(`${city().url}/?page=repeats`)
      await mapIsReady(page)
      await other.getByRole('heading', { name: 'Upprepade prövningar' }).waitFor()
      expect(await isPrivate(other)).toBeGreaterThan(0)

      await page.getByRole('button', { name: /^Ditt konto/ }).click()
      await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
      await Promise.all([publicPage(page), publicPage(other)])
      expect([await isPrivate(page), await isPrivate(other)]).toEqual([0, 0])

      for (const tab of [page, other]) {
        await tab.goBack()
        await tab.getByRole('heading', { name: 'Logga in', exact: true }).waitFor()
        expect(await isPrivate(tab)).toBe(0)
      }
      expect(complaints).toEqual([])
      await close()
    })
  })
}
