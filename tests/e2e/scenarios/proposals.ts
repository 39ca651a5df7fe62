import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import { type DemoPage, mapIsReady } from '../demo-page.ts'
import { around, type CellPlace, middleOfMap, strongestCell } from './places.ts'
import { part } from '../part.ts'

const HALF_DEGREES = 0.0012
const UNCOVERED_SHARE = 0.45

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

/** The findings of a check, which follows the area by itself. */
async function findingsAfterCheck(page: Page): Promise<readonly string[]> {
  await part(page, 'finding').first().waitFor({ timeout: 30_000 })
  await page.getByText(/^Allt annat som är känt/).click()
  return part(page, 'finding').locator('p').allInnerTexts()
}

/** Holds checks, like a slow server, until they are released. */
async function holdChecks(page: Page) {
  let release = () => {}
  let held: Promise<void>
  const hold = () => {
    held = new Promise((resolve) => (release = resolve))
  }
  hold()
  await page.route('**/api/check', async (route) => {
    await held
    await route.continue()
  })
  return { hold, release: () => release() }
}

/** The upper part of the drawn map, which no sheet covers on a phone. */
async function mapPicture(page: Page): Promise<Buffer> {
  const box = await part(page, 'map').boundingBox()
  if (box === null) throw new Error('There is no map on the page.')
  return page.screenshot({ clip: { ...box, height: box.height * UNCOVERED_SHARE } })
}

/** The map once it no longer changes. */
async function settledMap(page: Page): Promise<Buffer> {
  let before = await mapPicture(page)
  await expect
    .poll(
      async () => {
        const now = await mapPicture(page)
        const same = now.equals(before)
        before = now
        return same
      },
      { timeout: 30_000, interval: 700 },
    )
    .toBe(true)
  return before
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
      await page.getByRole('heading', { name: 'Nya bänkar vid torget' }).waitFor()
      expect(await (await city().fetch('/api/proposals')).text()).toContain('Nya bänkar vid torget')
      await close()
    })

    it('follows the last corner with its figures, and says so until they have come', async () => {
      const place = await strongestCell(city(), 'people')
      const { page, complaints, close } = await city().open('/?panel=proposal')
      const held = await holdChecks(page)
      const typeSquare = async (corner: number, latitude: string) => {
        await page.getByLabel(`Hörn ${corner}, latitud`).fill(latitude)
        await page.getByRole('button', { name: 'Använd koordinaterna' }).press('Enter')
      }
      const ring = squareRound(place)
      await page.locator('input[type=file]').setInputFiles({
        name: 'Kvarter_vid_torget.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })),
      })
      held.release()
      await part(page, 'finding').first().waitFor({ timeout: 30_000 })
      const before = await part(page, 'finding').first().innerText()
      held.hold()
      await page.getByText('Skriv koordinater').click()
      await typeSquare(4, (place.latitude + 2 * HALF_DEGREES).toFixed(6))
      await page.getByText('Siffrorna nedan gäller gränsen före ändringen').waitFor()
      expect(await part(page, 'check-result').getAttribute('aria-busy')).toBe('true')
      expect(await page.getByLabel('Förslagets namn').count()).toBe(0)
      held.release()
      await expect.poll(() => part(page, 'check-result').getAttribute('aria-busy')).toBe('false')
      expect(await part(page, 'finding').first().innerText()).not.toBe(before)
      expect(await page.getByText('Siffrorna nedan gäller').count()).toBe(0)
      expect(await page.getByLabel('Förslagets namn').inputValue()).toBe('Kvarter vid torget')
      expect(complaints).toEqual([])
      await close()
    })

    it.each([
      ['wide', WIDE],
      ['on a phone', NARROW],
    ])('lights on the map what a finding speaks of, by pointer and by keyboard, %s', async (_, viewport) => {
      const { page, complaints, close } = await city().open('/?panel=proposal', {
        as: 'planner',
        viewport,
      })
      await part(page, 'saved-choice').first().click()
      const first = part(page, 'finding').first()
      await first.waitFor({ timeout: 30_000 })
      const keep = first.getByRole('button', { name: /^På kartan/ })
      await keep.press('Enter')
      expect(await keep.getAttribute('aria-pressed')).toBe('true')
      await keep.evaluate((button) => (button as HTMLElement).blur())
      const lit = await settledMap(page)
      await keep.press('Enter')
      await keep.evaluate((button) => (button as HTMLElement).blur())
      await expect.poll(async () => (await mapPicture(page)).equals(lit)).toBe(false)
      const unlit = await settledMap(page)
      await first.getByRole('button').last().focus()
      await expect.poll(async () => (await mapPicture(page)).equals(lit), { timeout: 15_000 }).toBe(true)
      await keep.evaluate((button) => (button as HTMLElement).blur())
      await expect.poll(async () => (await mapPicture(page)).equals(unlit), { timeout: 15_000 }).toBe(true)
      expect(complaints).toEqual([])
      await close()
    })

    it('stands next to an alternative with the same figures, and nothing is added up', async () => {
      const { page, complaints, close } = await city().open('/?panel=proposal', { as: 'planner' })
      await page.getByRole('button', { name: 'Förskola vid Loggbokvägen' }).click()
      const compared = part(page, 'alternatives')
      await compared.waitFor({ timeout: 30_000 })
      await compared.getByLabel('Jämför med förslaget').selectOption('Nytt resecentrum vid Ångvisselplan')
      await compared.getByRole('button', { name: 'Jämför', exact: true }).press('Enter')
      const table = part(page, 'differences-of-sites')
      await table.waitFor({ timeout: 30_000 })
      const heads = await table.locator('thead th').allInnerTexts()
      expect(heads).toEqual(['Grupp', 'A', 'B', 'A mot B per hektar (95 %)'])
      const names = await compared.getByText('A: Förskola vid Loggbokvägen').innerText()
      expect(names).toContain('B: Nytt resecentrum vid Ångvisselplan')
      const rows = await table.locator('tbody tr').allInnerTexts()
      expect(rows).toHaveLength(4)
      expect(rows[0]).toMatch(/Våld och hot.*\d+–\d+.*per hektar.*\d,\d+–\d/s)
      await page.getByText('Samma iakttagelser sida vid sida').click()
      const pairs = compared.locator('details tbody tr')
      for (const pair of await pairs.all()) expect(await pair.locator('td').count()).toBe(2)
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(complaints).toEqual([])
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
