import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { around, strongestCell } from './places.ts'
import { part } from '../part.ts'

export function accessScenarios(city: () => DemoPage): void {
  describe('for everyone', () => {
    it.each([
      ['the map', '/', WIDE],
      ['the map in English', '/?lang=en', WIDE],
      ['the proposal', '/?panel=proposal', WIDE],
      ['the table', '/?panel=table', WIDE],
      ['a telephone', '/', NARROW],
    ] as const)('axe finds no breach of WCAG 2.1 AA in %s', async (_, path, viewport) => {
      const { page, close } = await city().open(path, { viewport })
      expect(await accessibilityBreaches(page)).toEqual([])
      await close()
    })

    it.each([
      ['/?page=map', 'planner'],
      ['/?panel=proposal', 'planner'],
      ['/', 'coordinator'],
      ['/', null],
      ['/?page=glossary', null],
    ] as const)('has no axe violations by night at %s for %s', async (path, role) => {
      const { page, close } = await city().visit(path, { as: role })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
      expect(await paper()).toBe('rgb(23, 28, 32)')
      expect(await accessibilityBreaches(page)).toEqual([])
      await close()
    })

    it('has no axe violations in a selected cell and in a checked proposal', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, close } = await city().open(around(place, `&selected=${place.i},${place.j}`))
      await part(page, 'cell-claim').waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      await page.getByRole('button', { name: 'Pröva som område' }).click()
      await part(page, 'finding').first().waitFor({ timeout: 30_000 })
      await part(page, 'evidence')
        .locator('details')
        .evaluateAll((folds) => {
          for (const fold of folds) fold.setAttribute('open', '')
        })
      expect(await accessibilityBreaches(page)).toEqual([])
      await close()
    })

    it('reaches the content, the tabs and the map from the keyboard in a sensible order', async () => {
      const { page, close } = await city().open('/')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hoppa till innehållet')
      const reached: string[] = []
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab')
        reached.push(
          await page.evaluate(() => document.activeElement?.id || (document.activeElement?.tagName ?? '')),
        )
      }
      expect(reached).toContain('tab-map')
      expect(reached).toContain('CANVAS')
      expect(reached.indexOf('tab-map')).toBeLessThan(reached.indexOf('CANVAS'))
      await page.locator('#tab-map').focus()
      await page.keyboard.press('ArrowRight')
      await expect
        .poll(() => page.getByRole('tab', { name: 'Förslag' }).getAttribute('aria-selected'))
        .toBe('true')
      await close()
    })

    it('restores focus when the dialog of methods closes', async () => {
      const { page, close } = await city().open('/')
      const opener = page.getByRole('button', { name: 'Så räknas det' })
      await opener.press('Enter')
      expect(await page.getByRole('dialog').innerText()).toContain('Vad den inte säger')
      await page.keyboard.press('Escape')
      await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true)
      await close()
    })
  })
}
