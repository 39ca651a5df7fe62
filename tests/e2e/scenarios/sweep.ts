import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

const ROLES = ['partner', 'planner', 'analyst', 'admin'] as const
/** What ends a session, an account, a key or a binding, or shows the print dialog of the browser. */
const LEFT_ALONE = /logga ut|ta bort|återkalla|stäng av|inaktivera|återställ|avsluta|ny länk|skriv ut/i
/** Panel and map beside each other, with little of the map to draw in software. */
const VIEWPORT = { width: 900, height: 480 } as const
const MAX_PRESSES = 16

/** Presses the next button in sight whose like has not been pressed, tabs last; null when there is none. */
function pressNext(page: Page, pressed: readonly string[]): Promise<string | null> {
  return page.evaluate(
    ([done, leftAlone]) => {
      const nameOf = (button: HTMLElement) =>
        (button.ariaLabel ?? button.innerText).trim().replace(/\d+/g, '#')
      const all = [
        ...document.querySelectorAll<HTMLElement>('button:not(:disabled):not([aria-disabled=true])'),
      ]
      const isTab = (button: HTMLElement) => button.matches('[role=tab]')
      const next = [...all.filter((button) => !isTab(button)), ...all.filter(isTab)]
        .filter((button) => button.checkVisibility())
        .find((button) => !done.includes(nameOf(button)) && !new RegExp(leftAlone, 'i').test(nameOf(button)))
      if (next === undefined) return null
      const name = nameOf(next)
      next.click()
      return new Promise<string>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(name))),
      )
    },
    [pressed, LEFT_ALONE.source] as const,
  )
}

/** Addresses of this server that the page and its menus lead to, each once; not those of the page itself, nor the public's. */
const linksOf = (page: Page) =>
  page.evaluate(() =>
    [
      ...new Set(
        [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
          .filter(({ origin }) => origin === location.origin)
          .filter(({ pathname, search }) => pathname !== '/' || !/^(\?(at=|page=start).*)?$/.test(search))
          .map(({ href }) => href.split('#')[0]!),
      ),
    ].slice(0, 4),
  )

/** Every button and link that a role meets first, pressed once: none leads to a refusal or an error. */
export function sweepScenarios(city: () => DemoPage): void {
  describe('pressing every visible button once', () => {
    it.each(ROLES)('causes no refusal and no error for %s', async (role) => {
      const refused: string[] = []
      const { page, complaints, close } = await city().visit('/', {
        as: role,
        viewport: VIEWPORT,
        before: async (context) =>
          void context.on('response', (response) => {
            if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`)
          }),
      })
      await part(page, 'account').waitFor()
      await page.waitForLoadState('networkidle')
      const links = await linksOf(page)
      const pressed: string[] = []
      while (pressed.length < MAX_PRESSES) {
        const name = await pressNext(page, pressed)
        if (name === null) break
        pressed.push(name)
        await page.keyboard.press('Escape')
      }
      await page.waitForLoadState('networkidle')
      expect(pressed.length).toBeGreaterThan(3)
      for (const link of links) {
        await page.goto(link, { waitUntil: 'networkidle' })
        expect(await page.getByRole('heading', { level: 1 }).count()).toBeGreaterThan(0)
      }
      expect(refused).toEqual([])
      expect(complaints).toEqual([])
      await close()
    })
  })
}
