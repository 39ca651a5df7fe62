import { describe, expect, it } from 'vitest'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

const problem = (code: string) => ({
  status: 503,
  contentType: 'application/problem+json',
  headers: { 'retry-after': '3' },
  body: JSON.stringify({
    type: 'about:blank',
    title: 'x',
    status: 503,
    code,
    problems: [],
    requestId: 'test',
  }),
})

export function failureScenarios(city: () => DemoPage): void {
  describe('after a failure', () => {
    it('the page shows a message and recovers', async () => {
      let failing = true
      const { page, close } = await city().visit('/', {
        as: 'analyst',
        before: (context) =>
          context.route('**/api/hotspots?**', (route) =>
            failing ? route.fulfill(problem('busy')) : route.continue(),
          ),
      })
      const note = part(page, 'failure')
      await note.waitFor({ timeout: 60_000 })
      await expect
        .poll(() => note.innerText())
        .toMatch(/Servern är upptagen[\s\S]*försöker igen av sig själv om \d s/)
      await expect.poll(() => note.getByRole('button', { name: 'Försök igen' }).isEnabled()).toBe(true)
      failing = false
      await expect
        .poll(() => page.locator('#legend-in-view').innerText(), { timeout: 30_000 })
        .toMatch(/händelser/)
      await expect.poll(() => note.count()).toBe(0)
      await close()
    })

    it('the page waits when the server is down from the start', async () => {
      let away = true
      const { page, close } = await city().visit('/', {
        as: 'analyst',
        before: (context) =>
          context.route('**/api/categories', (route) => (away ? route.abort() : route.continue())),
      })
      await part(page, 'failure').filter({ hasText: 'Servern svarar inte' }).first().waitFor()
      away = false
      await page.locator('[data-part=map][data-phase=ready]').waitFor({ timeout: 60_000 })
      await close()
    })

    it('the page shows the table without WebGL', async () => {
      const { page, close } = await city().visit('/', {
        as: 'analyst',
        before: (context) =>
          context.addInitScript(() => {
            HTMLCanvasElement.prototype.getContext = () => null
          }),
      })
      await part(page, 'cells').locator('tbody tr').first().waitFor({ timeout: 60_000 })
      expect(await part(page, 'map-unsupported').innerText()).toContain('WebGL')
      await close()
    })

    it('the page explains why an area cannot be checked', async () => {
      const { page, close } = await city().open('/?panel=proposal')
      const ring = [
        [10, 50],
        [10.001, 50],
        [10.001, 50.001],
        [10, 50],
      ]
      await page.locator('input[type=file]').setInputFiles({
        name: 'far.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] })),
      })
      await part(page, 'failure').waitFor({ timeout: 30_000 })
      expect(await part(page, 'failure').innerText()).toMatch(/Filen innehåller inget område/)
      await close()
    })
  })
}
