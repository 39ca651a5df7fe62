import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceMessages } from '../../web/sources/messages.ts'
import { freshPage } from '../e2e/fresh-page.ts'
import { SAMPLE_SOURCE } from '../support/sample-rows.ts'
import {
  accessibilityBreaches,
  hasBrowser,
  NARROW,
  openBrowser,
  openPage,
} from '../support/serving/browser.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const { sourceAccess: messages } = sourceMessages.sv
const GROUND = 'OSL 10 kap. 27 §, beslut 2026-05-04'

describe.skipIf(!hasBrowser())('who may read a source, saved on its page by two people', () => {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    await freshPage(fileURLToPath(new URL('../..', import.meta.url)))
    server = await startTestServer({ srid: 3006, page: true })
    browser = await openBrowser()
    const { people, sources } = server.storage.repositories
    await sources.save(SAMPLE_SOURCE)
    await people.insertOrganisation({ name: 'Trafiknämnden', kind: 'board', placeIds: [] })
  }, 400_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const open = async () => {
    const { cookie } = await server.people.credentials('analyst')
    const [name = '', value = ''] = cookie.split('=')
    const { page, complaints } = await openPage(browser, `${server.url}/?page=sources`, {
      viewport: NARROW,
      before: (context) => context.addCookies([{ name, value, url: server.url }]),
    })
    await page.getByRole('button', { name: messages.changeOf(SAMPLE_SOURCE.title) }).click()
    return { page, complaints, dialog: page.getByRole('dialog') }
  }
  const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: messages.save }).click()
  const stored = async () => {
    const { body } = await (await server.as('analyst'))('GET', `/api/sources/${SAMPLE_SOURCE.id}`)
    return { boards: body.boards, forParties: body.audiences.includes('partner'), citable: body.citable }
  }

  it('stores the boards with their grounds, parties and documents, and shows the second what the first chose', async () => {
    const [first, second] = [await open(), await open()]
    await first.dialog.getByLabel(messages.onlyNamed).check()
    await first.dialog.getByRole('combobox').selectOption({ label: 'Trafiknämnden' })
    await save(first.page)
    // The ground is required: nothing was sent.
    const ground = first.dialog.getByLabel(messages.groundOf('Trafiknämnden'))
    await ground.fill(GROUND)
    await first.dialog.getByLabel(messages.forParties).check()
    expect(await accessibilityBreaches(first.page)).toEqual([])
    await save(first.page)
    await first.page.getByRole('row').filter({ hasText: GROUND }).waitFor()
    const organisation = expect.any(Number)
    const chosen = { boards: [{ organisation, ground: GROUND }], forParties: true, citable: true }
    expect(await stored()).toEqual(chosen)

    await second.dialog.getByLabel(messages.citable).uncheck()
    await save(second.page)
    await second.dialog.getByText(messages.changedMeanwhile).waitFor()
    const of = messages.savedMeanwhile(`Trafiknämnden (${GROUND})`, messages.yes, messages.yes)
    await second.dialog.getByText(of).waitFor()
    expect(await second.dialog.getByLabel(messages.citable).isChecked()).toBe(false)
    expect(await accessibilityBreaches(second.page)).toEqual([])
    expect(await stored()).toEqual(chosen)
    await save(second.page)
    await expect.poll(stored).toEqual({ boards: null, forParties: false, citable: false })
    await second.dialog.waitFor({ state: 'detached' })
    expect([...first.complaints, ...second.complaints]).toEqual([])
  })
})
