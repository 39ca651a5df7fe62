import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

/** 1280 × 720 at four times its size. */
const ENLARGED = { width: 320, height: 180 } as const
const TELEPHONE = { width: 390, height: 844 } as const

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

/** Doubles the text size only. */
const enlargeText = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html { font-size: 200% !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })

/** What a person with weak sight, or with a small screen, reads without scrolling two ways. */
export function reflowScenarios(city: () => DemoPage): void {
  describe('for whoever enlarges the page', () => {
    it.each([
      ['an area', '/?page=start', null, '[data-part=measures]'],
      ['a place', '/', 'partner', '[data-part=place-tables]'],
      ['the workspace', '/', 'planner', '[data-part=data-note]'],
      ['a public document', '/reviews/1', 'planner', '#figures'],
    ] as const)(
      'keeps %s as wide as the window, at four times its size and with text twice as large',
      async (_, path, as, landmark) => {
        const { page, close } = await city().visit(path, { as, viewport: ENLARGED })
        if (as === null) await page.getByRole('link', { name: 'Väverskestaden' }).click()
        await page.locator(landmark).first().waitFor()
        await expect.poll(() => widthOf(page)).toBe(ENLARGED.width)
        await page.setViewportSize(TELEPHONE)
        await enlargeText(page)
        await expect.poll(() => widthOf(page)).toBe(TELEPHONE.width)
        await close()
      },
    )

    it('lets the panel of the workspace scroll with the page where the window is low', async () => {
      const { page, close } = await city().visit('/?panel=proposal', { as: 'planner', viewport: ENLARGED })
      const choice = part(page, 'saved-choice').first()
      await choice.focus()
      const isVisible = async () => {
        const box = await choice.boundingBox()
        return box !== null && box.y >= 0 && box.y + box.height <= ENLARGED.height
      }
      await expect.poll(isVisible).toBe(true)
      await close()
    })

    it('does not break words in the tables of a public document', async () => {
      const { page, close } = await city().visit('/reviews/1', { as: 'planner', viewport: TELEPHONE })
      const lines = await page.locator('table th, td.figures').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const text = cell.textContent.trim()
          const range = document.createRange()
          range.selectNodeContents(cell)
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          return /\s/.test(text) || tops.size < 2 ? [] : [text]
        }),
      )
      expect(lines).toEqual([])
      await close()
    })
  })

  it('shows a message for a missing page, or one that needs sign-in', async () => {
    const { page, close } = await city().visit('/nothing-here')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sidan finns inte')
    await page.goto(`${city().url}/reviews/1`)
    await page.getByRole('link', { name: 'Logga in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
    await close()
  })
}
