import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import { CLIENT, startProvider } from '../../support/serving/openid-provider.ts'
import type { DemoPage } from '../demo-page.ts'

const PEOPLE = {
  vera: { email: 'vera.ek@stad.example', name: 'Vera Ek', roles: ['trygghet'] },
  gast: { email: 'gast@stad.example', name: 'Gäst Gran', roles: ['alla'] },
}

/** Signs in at the provider's pages, up to the consent. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.getByRole('heading', { name: 'Authorize' }).waitFor()
}

const consentThere = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()

/** Sign-in by a provider of another site, with the demo city's settings for it. */
export async function createOpenIdScenarios() {
  let here = ''
  const provider = await startProvider(PEOPLE, () => `${here}/auth/openid-connect/return`)
  const settings = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_ROLE_CLAIM: 'roles',
    OIDC_ROLES: 'trygghet=planner',
    OIDC_TITLE: 'Stadens inloggning',
  }
  const tell = (city: () => DemoPage) => {
    describe('signing in by the city’s own service', () => {
      beforeAll(() => {
        here = city().url
        provider.ready()
      })
      afterAll(() => provider.close())

      const begin = async (viewport: typeof WIDE | typeof NARROW) => {
        const opened = await city().visit('/?page=sign-in', { viewport })
        const button = opened.page.getByRole('link', { name: 'Logga in med Stadens inloggning' })
        await button.waitFor()
        return { ...opened, button }
      }

      it('redirects to the provider and back, with name and role, without a password to change', async () => {
        const { page, complaints, close, button } = await begin(WIDE)
        expect(await accessibilityBreaches(page)).toEqual([])
        await button.click()
        await signInThere(page, 'vera')
        // A browser holds the two names of the loopback for two sites, as a city and its provider are.
        expect(new URL(page.url()).hostname).not.toBe(new URL(here).hostname)
        await consentThere(page)
        await page.getByRole('button', { name: 'Ditt konto: Vera Ek, Planerare' }).click()
        expect(page.url().startsWith(here)).toBe(true)
        expect(await page.locator('#account-menu').innerText()).toContain('vera.ek@stad.example')
        expect(await page.getByRole('button', { name: 'Byt lösenord' }).count()).toBe(0)
        expect(complaints).toEqual([])
        await close()
      })

      it('explains on the sign-in page that the person has no role here', async () => {
        const { page, close, button } = await begin(NARROW)
        await button.click()
        await signInThere(page, 'gast')
        await consentThere(page)
        expect(await page.getByRole('alert').innerText()).toContain('ditt konto har ingen roll här')
        await button.waitFor()
        expect(await accessibilityBreaches(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
        await close()
      })
    })
  }
  return { settings, tell }
}
