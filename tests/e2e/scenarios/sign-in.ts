import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW } from '../../support/serving/browser.ts'
import { type DemoPage, mapIsReady } from '../demo-page.ts'
import { cookiesOf, createVisitors } from '../visitors.ts'
import { strongestCell } from './places.ts'
import { part } from '../part.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { name })

/** Sign-in, session and sign-out. */
export function signInScenarios(city: () => DemoPage): void {
  describe('signing in', () => {
    it('leads from the public page through a demo account to the workspace, and out again', async () => {
      const { page, complaints, close } = await city().visit('/')
      await page.getByRole('link', { name: 'Logga in' }).click()
      await heading(page, 'Pröva Exempelstad').waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      await page.getByRole('button', { name: 'Logga in som Planerare' }).click()
      await mapIsReady(page)
      const account = page.getByRole('button', { name: 'Ditt konto: Petra Planerare, Planerare' })
      await account.click()
      expect(await page.locator('#account-menu').innerText()).toContain('planner@exempelstad.example')
      expect(await accessibilityBreaches(page)).toEqual([])
      await page.getByRole('button', { name: 'Logga ut', exact: true }).click()
      await page.getByRole('combobox', { name: 'Sök ditt område' }).waitFor()
      await page.getByRole('link', { name: 'Logga in' }).waitFor()
      expect(complaints).toEqual([])
      await close()
    })

    it('works by keyboard, reports a wrong password, and opens the requested address', async () => {
      const { page, close } = await city().visit('/?panel=proposal')
      await heading(page, 'Logga in').waitFor()
      const email = page.getByLabel('E-postadress')
      await email.focus()
      await page.keyboard.type('coordinator@exempelstad.example')
      await page.keyboard.press('Tab')
      await page.keyboard.type('inte det rätta lösenordet')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').innerText()).toContain('stämmer inte')
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')))
        .toBe('password')
      await expect
        .poll(() => page.getByRole('button', { name: 'Logga in', exact: true }).isEnabled(), {
          timeout: 30_000,
        })
        .toBe(true)
      await page.keyboard.type('exempelstad-coordinator-demo')
      await page.keyboard.press('Enter')
      await heading(page, 'Pröva ett förslag').waitFor()
      expect(new URL(page.url()).searchParams.get('panel')).toBe('proposal')
      await close()
    })

    it('is requested again when the session ends, over a drawing that stays', async () => {
      const place = await strongestCell(city(), 'people')
      const cookie = await createVisitors(city().url).freshCookie('analyst')
      const { page, close } = await city().visit('/?panel=proposal', {
        before: (context) => context.addCookies(cookiesOf(cookie, city().url)),
      })
      await mapIsReady(page)
      const half = 0.002
      const [west, south] = [place.longitude - half, place.latitude - half / 2]
      const [east, north] = [place.longitude + half, place.latitude + half / 2]
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ]
      await page.locator('input[type=file]').setInputFiles({
        name: 'omrade.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] })),
      })
      await part(page, 'finding').first().waitFor({ timeout: 30_000 })
      await fetch(`${city().url}/api/session`, {
        method: 'DELETE',
        headers: { cookie, origin: city().url },
      })
      // A tile may have met the end first: then the dialog lies over the button already.
      await page.getByRole('button', { name: 'Pröva igen' }).dispatchEvent('click')
      const dialog = page.getByRole('dialog', { name: 'Du är utloggad' })
      await dialog.waitFor({ timeout: 30_000 })
      expect(await dialog.getByLabel('E-postadress').inputValue()).toBe('analyst@exempelstad.example')
      expect(await accessibilityBreaches(page)).toEqual([])
      await dialog.getByLabel('Lösenord', { exact: true }).fill('exempelstad-analyst-demo')
      await dialog.getByRole('button', { name: 'Logga in', exact: true }).click()
      await part(page, 'finding').first().waitFor({ timeout: 30_000 })
      await expect.poll(() => dialog.count()).toBe(0)
      await close()
    })

    it('begins by a one-time link with a password whose rules are shown while typing', async () => {
      const admin = createVisitors(city().url)
      const invited = await fetch(`${city().url}/api/users`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: city().url,
          cookie: await admin.cookie('admin'),
        },
        body: JSON.stringify({ email: 'siv.sand@exempelstad.example', name: 'Siv Sand', role: 'planner' }),
      })
      expect(invited.status).toBe(201)
      const { invitation } = (await invited.json()) as { readonly invitation: { readonly url: string } }
      const { pathname, hash } = new URL(invitation.url)
      const { page, close } = await city().visit(`${pathname}${hash}`, { viewport: NARROW })
      await heading(page, 'Välj ett lösenord').waitFor()
      await part(page, 'password-rules').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
      const password = page.getByLabel('Nytt lösenord')
      const met = page.locator('[data-met=true]')
      await password.fill('kort')
      await expect.poll(() => met.count()).toBe(0)
      await password.fill('siv.sand 1234567')
      await expect.poll(() => met.count()).toBe(1)
      expect(await accessibilityBreaches(page)).toEqual([])
      await password.fill('tre blå cyklar mot bryggan')
      await expect.poll(() => met.count()).toBe(3)
      await page.getByRole('button', { name: 'Spara och logga in' }).click()
      await mapIsReady(page)
      expect(page.url()).not.toContain('invitation')
      await page.goto(`${city().url}${pathname}${hash}`)
      await page.reload()
      expect(await page.getByRole('alert').innerText()).toContain('gäller inte längre')
      await close()
    })
  })
}
