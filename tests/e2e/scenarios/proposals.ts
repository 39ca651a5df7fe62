import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type DemoPage, mapIsReady } from '../demo-page.ts'
import { around, type CellPlace, middleOfMap, strongestCell } from './places.ts'
import { part } from '../part.ts'

const HALF_DEGREES = 0.0012

/** A square round a place, its corners in order. */
function squareRound({ longitude, latitude }: CellPlace): readonly (readonly [number, number])[] {
  const [w, e] = [longitude - 2 * HALF_DEGREES, longitude + 2 * HALF_DEGREES]
  const [s, n] = [latitude - HALF_DEGREES, latitude + HALF_DEGREES]
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
  ]
}

async function findingsAfterCheck(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Pröva området' }).click()
  await part(page, 'finding').first().waitFor({ timeout: 30_000 })
  return part(page, 'finding').locator('p').allInnerTexts()
}

export function proposalScenarios(city: () => DemoPage): void {
  describe('a proposal', () => {
    it('is drawn by clicks and checked, with findings before their evidence', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, complaints, close } = await city().open(around(place, '&panel=proposal'))
      const { x, y } = await middleOfMap(page)
      await page.getByRole('button', { name: 'Rita i kartan' }).click()
      const corners = [
        [x - 90, y - 60],
        [x + 90, y - 60],
        [x + 90, y + 60],
        [x - 90, y + 60],
      ] as const
      for (const [cornerX, cornerY] of [...corners, corners[0]]) {
        await page.mouse.move(cornerX, cornerY, { steps: 4 })
        await page.mouse.click(cornerX, cornerY)
      }
      const findings = await findingsAfterCheck(page)
      expect(findings.join('\n')).toMatch(/Minst (fyra gånger|dubbelt)/i)
      await page
        .getByRole('button', { name: /^Underlag: / })
        .first()
        .click()
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-evidence')))
        .toBe(true)
      expect(await part(page, 'provenance').innerText()).toMatch(/SHA-256:\s*[0-9a-f]{64}/)
      const card = page.getByRole('complementary')
      expect(await card.count()).toBe(0)
      await page.mouse.click(x, y + 150)
      await card.waitFor()
      await expect.poll(() => part(page, 'cell-claim').innerText()).not.toBe('')
      expect(complaints).toEqual([])
      await close()
    })

    it('can be typed as coordinates without a pointer, undone and redone', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, close } = await city().open('/?panel=proposal')
      await page.getByText('Skriv koordinater').click()
      await page.getByRole('button', { name: 'Lägg till hörn' }).click()
      for (const [index, [longitude, latitude]] of squareRound(place).entries()) {
        await page.getByLabel(`Hörn ${index + 1}, latitud`).fill(latitude.toFixed(6).replace('.', ','))
        await page.getByLabel(`Hörn ${index + 1}, longitud`).fill(longitude.toFixed(6))
      }
      await page.getByRole('button', { name: 'Använd koordinaterna' }).press('Enter')
      expect((await findingsAfterCheck(page)).length).toBeGreaterThan(0)
      await page.getByRole('button', { name: 'Ångra' }).click()
      await page.getByRole('button', { name: 'Rita i kartan' }).waitFor()
      await page.getByRole('button', { name: 'Gör om' }).click()
      await page.getByRole('button', { name: /^Pröva/ }).waitFor()
      await close()
    })

    it('comes from a GeoJSON file, is saved and opens a review', async () => {
      const place = await strongestCell(city(), 'property')
      const { page, close } = await city().open('/?panel=proposal')
      const ring = squareRound(place)
      const file = (json: unknown) => ({
        name: 'omrade.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(JSON.stringify(json)),
      })
      const input = page.locator('input[type=file]')
      await input.setInputFiles(file({ type: 'Point', coordinates: ring[0] }))
      await page.getByRole('alert').filter({ hasText: 'inget område' }).waitFor()
      await input.setInputFiles(file({ type: 'Polygon', coordinates: [[...ring, ring[0]]] }))
      await findingsAfterCheck(page)
      await page.getByLabel('Förslagets namn').fill('Nya bänkar vid torget')
      await page.getByRole('button', { name: 'Spara och öppna granskning' }).click()
      const link = page.getByRole('link', { name: 'Öppna granskningen' })
      await link.waitFor({ timeout: 30_000 })
      await link.click()
      await page.getByRole('heading', { name: 'Nya bänkar vid torget' }).waitFor()
      expect(await (await city().fetch('/api/proposals')).text()).toContain('Nya bänkar vid torget')
      await close()
    })

    it('can be a saved one', async () => {
      const { page, close } = await city().open('/?panel=proposal')
      await part(page, 'saved-choice').first().click()
      await part(page, 'finding').first().waitFor({ timeout: 30_000 })
      await page.getByRole('button', { name: 'In English' }).click()
      await expect.poll(() => part(page, 'evidence').innerText()).toContain('What is known')
      await page.getByRole('tab', { name: 'Map' }).click()
      await mapIsReady(page)
      await close()
    })
  })
}
