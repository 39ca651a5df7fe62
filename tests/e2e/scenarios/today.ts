import { expect, it } from 'vitest'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

/** A coordinator's first page, and the glossary that its words lead to. */
export function todayScenarios(city: () => DemoPage): void {
  it.each([
    ['sv', WIDE, 'Ordlista', 'åtagande'],
    ['en', NARROW, 'Glossary', 'commitment'],
  ] as const)(
    'the glossary in %s can be read by everybody, from a word to its place in it',
    async (language, viewport, title, word) => {
      const { page, complaints, close } = await city().visit(`/?page=glossary&lang=${language}#atagande`, {
        viewport,
      })
      try {
        await page.getByRole('heading', { level: 1, name: title }).waitFor()
        await page.getByRole('heading', { name: word, exact: true }).waitFor()
        expect(await accessibilityBreaches(page)).toEqual([])
        const { width, seen } = await page.evaluate(() => {
          return { width: document.documentElement.scrollWidth, seen: innerWidth }
        })
        expect(width).toBeLessThanOrEqual(seen)
        expect(complaints).toEqual([])
      } finally {
        await close()
      }
    },
  )

  it('a coordinator comes in to what is late, what waits and what is coming, and to the map from there', async () => {
    const { page, complaints, close } = await city().visit('/', { as: 'coordinator', viewport: NARROW })
    try {
      await page.getByRole('heading', { level: 1, name: 'Idag' }).waitFor()
      const late = page.getByRole('region', { name: 'Försenat' })
      await late
        .getByText(/skulle varit klart/)
        .first()
        .waitFor()
      await page
        .getByRole('region', { name: 'Väntar på dig' })
        .getByText(/iakttagelse/)
        .first()
        .waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      await page.getByRole('link', { name: 'Karta', exact: true }).click()
      await part(page, 'workspace').waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })
}
