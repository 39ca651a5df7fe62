import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../web/i18n/dates.ts'
import { type DemoPage, mapIsReady } from '../demo-page.ts'
import { part } from '../part.ts'

/** Counts of the legend, strongest class first. */
const legendCounts = (texts: readonly string[]) =>
  texts.map((text) => Number.parseInt(text.replace(/\D/g, ''), 10))

/** Number of colours in the printed picture of the map. */
const drawnColours = (page: Page) =>
  part(page, 'printed-map')
    .locator('img')
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      const canvas = new OffscreenCanvas(120, 80)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0, 120, 80)
      return new Set(new Uint32Array(context.getImageData(0, 0, 120, 80).data.buffer)).size
    })

export function mapScenarios(city: () => DemoPage): void {
  describe('the map', () => {
    it('opens on one group with a counted legend, and states that the data are invented', async () => {
      const { page, complaints, close } = await city().open('/')
      expect(await page.getByRole('radio', { name: 'Våld och hot' }).isChecked()).toBe(true)
      expect(await part(page, 'legend').innerText()).toContain('Minst fyra gånger så många')
      const counts = legendCounts(await part(page, 'legend-count').allInnerTexts())
      expect(counts).toHaveLength(3)
      expect(Math.max(...counts)).toBeGreaterThan(0)
      expect(await part(page, 'demo-mark').innerText()).toBe('Exempelstad – påhittade data')
      expect(await part(page, 'data-note').innerText()).toMatch(/Uppgifter till och med \d+ \w+ \d{4}/)
      expect(complaints).toEqual([])
      await close()
    })

    it('draws cells where the legend counts them', async () => {
      const requested: string[] = []
      const { page, close } = await city().open('/', {
        before: async (context) => {
          context.on('response', (response) => {
            if (response.url().includes('/tiles/hotspots/') && response.status() === 200)
              requested.push(response.url())
          })
        },
      })
      expect(requested.length).toBeGreaterThan(0)
      expect(requested[0]).toContain('group=people')
      await page.getByRole('radio', { name: 'Egendom' }).check()
      await expect.poll(() => requested.some((url) => url.includes('group=property'))).toBe(true)
      await close()
    })

    it('recounts when group, hours and weekdays change', async () => {
      const { page, close } = await city().open('/')
      const summary = page.locator('#legend-in-view')
      const before = await summary.innerText()
      await page.getByRole('radio', { name: 'Skötsel' }).check()
      await expect.poll(() => summary.innerText()).not.toBe(before)
      const whole = await summary.innerText()
      await page.getByLabel('Tid på dygnet').selectOption({ label: 'Natt 23–06' })
      await page.getByRole('button', { name: 'fredag' }).click()
      await expect.poll(() => summary.innerText()).not.toBe(whole)
      expect(new URL(page.url()).search).toContain('group=environment')
      expect(new URL(page.url()).search).toContain('hours=23-6&weekdays=5')
      const week = part(page, 'week-painter')
      await week.locator('[data-block="4,16"]').dragTo(week.locator('[data-block="5,20"]'))
      await expect.poll(() => new URL(page.url()).search).toContain('hours=22-3&weekdays=5,6')
      await close()
    })

    it('moves the period by a month, by a slider and over the bars', async () => {
      const { page, close } = await city().open('/')
      const months = part(page, 'months')
      const counted = months.locator('figcaption span')
      const period = () => new URL(page.url()).searchParams.get('from')
      await months.getByRole('button', { name: 'Flytta perioden ett steg bakåt' }).click()
      await expect.poll(period).toMatch(/^\d{4}-\d{2}-01$/)
      const [first, before] = [period()!, await counted.innerText()]
      await months.getByRole('slider', { name: 'Från och med' }).press('ArrowRight')
      await expect.poll(period).toBe(addMonths(first, 1))
      expect(await counted.innerText()).not.toBe(before)
      const box = (await months.locator('svg').boundingBox())!
      await page.mouse.move(box.x + 1, box.y + 20)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width / 2, box.y + 20)
      await page.mouse.up()
      await months.locator('summary').click()
      const oldest = await months.locator('tbody th').first().innerText()
      await expect.poll(() => counted.innerText()).toContain(oldest)
      await close()
    })

    it('measures a line and the area that it closes, by clicks and from the keyboard', async () => {
      const { page, close } = await city().open('/')
      await page.getByRole('button', { name: 'Mät avstånd och yta' }).click()
      const canvas = page.locator('canvas.maplibregl-canvas')
      const box = (await canvas.boundingBox())!
      const click = (x: number, y: number) => page.mouse.click(box.x + x, box.y + y)
      await click(400, 200)
      await click(500, 200)
      const strip = part(page, 'distance')
      await expect.poll(() => strip.innerText()).toMatch(/^[\d\s,]+k?m /)
      expect(await strip.innerText()).not.toContain('yta')
      await click(500, 300)
      await expect.poll(() => strip.innerText()).toMatch(/yta [\d\s,]+(m²|ha)/)
      expect(await part(page, 'cell-claim').count()).toBe(0)
      await strip.getByRole('button', { name: 'Ångra punkten' }).click()
      await expect.poll(() => strip.innerText()).not.toContain('yta')
      await canvas.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => strip.innerText()).toContain('yta')
      await page.keyboard.press('Escape')
      await expect.poll(() => strip.count()).toBe(0)
      await close()
    })

    it('prints the map with what it shows, its legend, sources and address', async () => {
      const { page, close } = await city().open('/', {
        before: (context) => context.addInitScript('globalThis.print = () => {}'),
      })
      await page.getByRole('button', { name: 'Skriv ut kartan' }).click()
      const printed = part(page, 'printed-map')
      await printed.locator('img').waitFor({ state: 'attached' })
      await page.emulateMedia({ media: 'print' })
      expect(await printed.locator('img').isVisible()).toBe(true)
      expect(await drawnColours(page)).toBeGreaterThan(20)
      const text = await printed.innerText()
      for (const words of ['Våld och hot', 'km bred', 'Anmälda brott, Exempelstads polis', page.url()])
        expect(text).toContain(words)
      expect(await part(page, 'legend').isVisible()).toBe(true)
      expect(await page.getByRole('tab', { name: 'Karta' }).isVisible()).toBe(false)
      await page.evaluate(() => dispatchEvent(new Event('afterprint')))
      await expect.poll(() => printed.count()).toBe(0)
      await close()
    })

    it('restores everything in its address, also after Back', async () => {
      const path =
        '/?lang=en&group=order&period=3m&hours=18-23&weekdays=5,6&cell=400&layers=cameras&classes=high4'
      const { page, close } = await city().open(path)
      expect(await page.getByRole('radio', { name: 'Public order' }).isChecked()).toBe(true)
      expect(await page.getByLabel('Side of the cells').locator('option:checked').innerText()).toBe('400 m')
      expect(await page.getByRole('button', { name: 'Friday' }).getAttribute('aria-pressed')).toBe('true')
      expect(await page.getByRole('checkbox', { name: 'Safety cameras' }).isChecked()).toBe(true)
      expect(await page.getByRole('checkbox', { name: /At least twice/ }).isChecked()).toBe(false)
      await page.getByRole('radio', { name: 'Property' }).check()
      await expect.poll(() => page.url()).toContain('group=property')
      await page.goBack()
      await expect.poll(() => page.getByRole('radio', { name: 'Public order' }).isChecked()).toBe(true)
      await page.reload()
      await mapIsReady(page)
      expect(await page.getByRole('radio', { name: 'Public order' }).isChecked()).toBe(true)
      await close()
    })

    it('is Swedish in any browser until the language is switched, which it remembers', async () => {
      const { page, close } = await city().open('/', { locale: 'en-GB' })
      await page.getByRole('button', { name: 'In English' }).click()
      await page.getByRole('radio', { name: 'Violence and threats' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await part(page, 'legend').innerText()).toContain('At least four times as many')
      await page.goto(city().url)
      await page.getByRole('button', { name: 'På svenska' }).waitFor()
      await close()
    })
  })
}
