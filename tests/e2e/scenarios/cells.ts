import { describe, expect, it } from 'vitest'
import { NARROW } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { around, middleOfMap, strongestCell } from './places.ts'
import { part } from '../part.ts'

const CLAIM =
  /^Minst (fyra gånger|dubbelt) så många anmälda händelser som vid jämn fördelning över staden \(\d+(,\d+)?\sgånger; 95\s%\s\d+(,\d+)?–\d+(,\d+)?\)\. Antalet besökare är inte inräknat\.$/

export function cellScenarios(city: () => DemoPage): void {
  describe('a cell', () => {
    it('has a tooltip and a card, with its interval', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, close } = await city().open(around(place))
      const { x, y } = await middleOfMap(page)
      await page.mouse.move(x - 40, y)
      await page.mouse.move(x, y, { steps: 4 })
      await expect.poll(() => part(page, 'tip').locator('p').last().innerText()).toMatch(CLAIM)
      await page.mouse.click(x, y)
      expect(await part(page, 'cell-claim').innerText()).toMatch(CLAIM)
      expect(new URL(page.url()).searchParams.get('selected')).toBe(`${place.i},${place.j}`)
      await close()
    })

    it('is selected by keyboard: Enter for the one at the centre, Escape to clear', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, close } = await city().open(around(place))
      await page.locator('canvas').focus()
      await page.keyboard.press('Enter')
      const card = page.getByRole('complementary')
      expect(await card.count()).toBe(1)
      expect(await part(page, 'cell-claim').innerText()).toMatch(CLAIM)
      await expect
        .poll(() => page.locator('#cell-title').evaluate((title) => title === document.activeElement))
        .toBe(true)
      await expect.poll(() => page.getByRole('status').first().textContent()).toContain('Vald ruta')
      await page.keyboard.press('Escape')
      await expect.poll(() => card.count()).toBe(0)
      await expect
        .poll(() => page.locator('canvas').evaluate((canvas) => canvas === document.activeElement))
        .toBe(true)
      await close()
    })

    it('is restored from the address', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, close } = await city().open(around(place, `&selected=${place.i},${place.j}`))
      await expect.poll(() => part(page, 'cell-claim').innerText()).toMatch(CLAIM)
      await close()
    })

    it('is in the table too, which selects it', async () => {
      const { page, close } = await city().open('/?panel=table')
      const first = part(page, 'cells').locator('tbody tr').first()
      expect(await first.innerText()).toMatch(/Minst/)
      await first.getByRole('button', { name: /Visa ruta/ }).click()
      await expect.poll(() => part(page, 'cell-claim').innerText()).toMatch(CLAIM)
      await close()
    })

    it('is shown with the features of the chosen layers at the same point', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, close } = await city().open(around(place, '&layers=areas'), { viewport: NARROW })
      const { x, y } = await middleOfMap(page)
      await page.mouse.click(x, y)
      expect(await part(page, 'things').innerText()).toMatch(/Stadsdel: \w+/)
      await close()
    })

    it('is shown on a phone in a sheet, over a usable map', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, complaints, close } = await city().open(around(place), { viewport: NARROW })
      const { x, y } = await middleOfMap(page)
      await page.getByRole('button', { name: 'Visa mer av panelen' }).click()
      await page.getByRole('button', { name: 'Visa mer av kartan' }).click()
      await expect
        .poll(async () => (await page.getByRole('region', { name: 'Arbetsytor' }).boundingBox())?.height)
        .toBeLessThan(120)
      await page.mouse.click(x, y)
      const card = await page.getByRole('complementary').boundingBox()
      expect(await part(page, 'cell-claim').innerText()).toMatch(CLAIM)
      expect(card?.width).toBe(NARROW.width)
      expect(card?.y).toBeGreaterThan(250)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
      expect(complaints).toEqual([])
      await close()
    })
  })
}
