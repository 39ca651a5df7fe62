import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { part } from '../e2e/part.ts'
import { square } from '../support/serving/api-client.ts'
import { accessibilityBreaches, hasBrowser, NARROW } from '../support/serving/browser.ts'
import type { TestServer } from '../support/serving/start-server.ts'
import { type RegistersPage, serveRegisters } from './serve-registers.ts'

const MAP = { timeout: 90_000 } as const

const zone = (name: string) => ({
  type: 'Feature',
  geometry: square(),
  properties: { name, permit: 'A 1/2026', purpose: 'Ordning', validFrom: '2026-01-01', schedule: [] },
})
const focusArea = (name: string) => ({
  type: 'Feature',
  geometry: square(),
  properties: { name, owner: 'Stadsdelsnämnden', programmeFrom: '2026-01-01' },
})

describe.skipIf(!hasBrowser())('the page where registers are edited on the map', () => {
  let server: TestServer
  let openAs: RegistersPage['openAs']
  let closeAll: RegistersPage['close'] | undefined
  beforeAll(async () => {
    const page = await serveRegisters()
    ;({ server, openAs, close: closeAll } = page)
  })
  afterAll(() => closeAll?.())

  const register = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click()

  it('places a camera, turns and opens its view on the map, and keeps what the numbers say', async () => {
    const { page, complaints, close } = await openAs('coordinator')
    await part(page, 'map').and(page.locator('[data-phase=ready]')).waitFor(MAP)
    await page.getByRole('button', { name: 'Ny kamera' }).click()
    await page.getByLabel('Namn').fill('Torget, norra')
    await page.getByLabel('Operatör').fill('Staden')
    await page.getByLabel('Ändamål').fill('Trygghet')
    await page.getByLabel('Latitud').fill('59.3326')
    await page.getByLabel('Longitud').fill('18.0649')
    await page.getByLabel('Riktning').fill('0')
    await page.getByLabel('Synvinkel').fill('60')
    await page.getByLabel('Räckvidd').fill('900')
    // The form moves the knobs, and the knobs fill in the form.
    const knob = async (name: string) => (await page.locator(`[data-handle=${name}]`).boundingBox())!
    const [middle, camera] = [await knob('middle'), await knob('camera')]
    const centreOf = ({ x, y, width, height }: typeof middle) => [x + width / 2, y + height / 2] as const
    const [[fromX, fromY], [x, y]] = [centreOf(middle), centreOf(camera)]
    await page.mouse.move(fromX, fromY)
    await page.mouse.down()
    await page.mouse.move(x + 10, y, { steps: 4 })
    await page.mouse.move(x + (fromY < y ? y - fromY : 60), y, { steps: 6 })
    await page.mouse.up()
    const direction = Number(await page.getByLabel('Riktning').inputValue())
    expect(Math.abs(direction - 90)).toBeLessThanOrEqual(3)
    expect(await accessibilityBreaches(page)).toEqual([])
    await save(page)
    await page.getByText('Torget, norra är sparad.').waitFor()
    const call = await server.as('analyst')
    const [feature] = (await call('GET', '/api/cameras')).body.features
    expect(feature.geometry.coordinates).toEqual([expect.closeTo(18.0649, 6), expect.closeTo(59.3326, 6)])
    expect(feature.properties).toMatchObject({
      directionDegrees: direction,
      viewDegrees: 60,
      status: 'planned',
    })
    expect(complaints).toEqual([])
    await close()
  })

  it('marks the week of an area of guards by keyboard, in words below, and says who changed it', async () => {
    const analyst = await server.as('analyst')
    const { body } = await analyst('POST', '/api/patrol-zones', { body: zone('Centrum') })
    const { page, complaints, close } = await openAs('coordinator', NARROW)
    await register(page, 'Ordningsvakter')
    await page.getByRole('button', { name: 'Ändra Centrum' }).click()
    await page.getByText('Inga pass är markerade.').waitFor()
    await page.getByRole('gridcell', { name: 'måndag kl. 00–01' }).focus()
    for (let day = 0; day < 4; day += 1) await page.keyboard.press('ArrowDown')
    for (let hour = 0; hour < 22; hour += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'fredag kl. 23–24',
    )
    await page.getByRole('row', { name: 'fredag 22.00–24.00' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
    expect(await accessibilityBreaches(page)).toEqual([])
    await save(page)
    await page.getByText('Centrum är sparad.').waitFor()
    const stored = await analyst('GET', `/api/patrol-zones/${body.id}`)
    expect(stored.body.properties.schedule).toEqual([{ weekdays: [5], startHour: 22, endHour: 24 }])
    expect(stored.body.geometry).toEqual(body.geometry)
    await page.getByRole('button', { name: 'Ändra Centrum' }).click()
    await page.getByText('Ändrat: veckan').waitFor()
    await page.getByText(/^Test coordinator, .* · Så är det nu$/).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('restores an earlier state, and puts back what was removed', async () => {
    const analyst = await server.as('analyst')
    const { body } = await analyst('POST', '/api/focus-areas', { body: focusArea('Norra') })
    const path = `/api/focus-areas/${body.id}`
    await analyst('PUT', path, { body: focusArea('Norra Ängsbacken'), headers: { 'if-match': '"1"' } })
    const { page, close } = await openAs('admin')
    page.on('dialog', (dialog) => void dialog.accept())
    await register(page, 'Fokusområden')
    await page.getByRole('button', { name: 'Ändra Norra Ängsbacken' }).click()
    await page.getByText('Ändrat: namn').waitFor()
    await page.getByRole('button', { name: /^Återställ så som det var/ }).click()
    await page.getByText('Återställt.').waitFor()
    expect((await analyst('GET', path)).body.properties).toEqual({ ...body.properties, revision: 3 })
    await page.getByRole('button', { name: 'Ändra Norra' }).click()
    await page.getByRole('button', { name: 'Ta bort', exact: true }).click()
    await page.getByText('Norra är borttagen.').waitFor()
    expect((await analyst('GET', path)).status).toBe(404)
    await page.getByRole('button', { name: 'Ångra', exact: true }).click()
    await page.getByRole('button', { name: 'Ändra Norra' }).waitFor()
    const [again] = (await analyst('GET', '/api/focus-areas')).body.features
    expect(again.geometry).toEqual(body.geometry)
    await close()
  })

  it('says beside the field what is wrong with it, and keeps what is typed', async () => {
    const analyst = await server.as('analyst')
    await analyst('POST', '/api/focus-areas', { body: focusArea('Södra') })
    const { page, close } = await openAs('analyst')
    await register(page, 'Fokusområden')
    await page.getByRole('button', { name: 'Ändra Södra' }).click()
    await page.getByLabel('Programperiod till').fill('2025-01-01')
    await page.getByLabel('Planerade satsningar').fill('Ny belysning')
    await save(page)
    await page.getByText('Slutar innan den börjar. Ändra någon av dagarna.').waitFor()
    const field = page.getByLabel('Programperiod till')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Planerade satsningar').inputValue()).toBe('Ny belysning')
    expect(await accessibilityBreaches(page)).toEqual([])
    await field.fill('2028-12-31')
    await save(page)
    await page.getByText('Södra är sparad.').waitFor()
    await close()
  })

  it('names whoever changed the same meanwhile, and takes from both what each changed alone', async () => {
    const analyst = await server.as('analyst')
    const { body } = await analyst('POST', '/api/focus-areas', { body: focusArea('Västra') })
    const path = `/api/focus-areas/${body.id}`
    const { page, close } = await openAs('coordinator')
    await register(page, 'Fokusområden')
    await page.getByRole('button', { name: 'Ändra Västra' }).click()
    await page.getByLabel('Namn').fill('Västra hamnen')
    await page.getByLabel('Planerade satsningar').fill('Ny belysning')
    const theirs = {
      ...focusArea('Västra kajen'),
      properties: { ...focusArea('Västra kajen').properties, budgetSek: 250_000 },
    }
    const changed = await analyst('PUT', path, { body: theirs, headers: { 'if-match': '"1"' } })
    expect(changed.status).toBe(200)
    await save(page)
    const conflict = part(page, 'conflict')
    await conflict.getByText(/Test analyst/).waitFor()
    expect(await page.getByLabel('Budget').inputValue()).toBe('250000')
    expect(await page.getByLabel('Planerade satsningar').inputValue()).toBe('Ny belysning')
    await conflict.getByRole('radio').first().check()
    await conflict.getByRole('button').click()
    await save(page)
    await page.getByText('Västra hamnen är sparad.').waitFor()
    const stored = (await analyst('GET', path)).body.properties
    expect(stored).toMatchObject({
      name: 'Västra hamnen',
      budgetSek: 250_000,
      plannedInvestments: 'Ny belysning',
    })
    await close()
  })

  it('draws a new area by typed coordinates, for those without a pointer', async () => {
    const { page, close } = await openAs('coordinator')
    await part(page, 'map').and(page.locator('[data-phase=ready]')).waitFor(MAP)
    await register(page, 'Ordningsvakter')
    await page.getByRole('button', { name: 'Nytt område' }).click()
    await page.getByText('Rita området i kartan, eller skriv dess koordinater').waitFor()
    await page.getByText('Skriv koordinater').click()
    const corners = [
      ['59.33', '18.06'],
      ['59.33', '18.07'],
      ['59.335', '18.07'],
    ]
    for (const [at, [latitude = '', longitude = '']] of corners.entries()) {
      await page.getByLabel(`Hörn ${at + 1}, latitud`).fill(latitude)
      await page.getByLabel(`Hörn ${at + 1}, longitud`).fill(longitude)
    }
    await page.getByRole('button', { name: 'Använd koordinaterna' }).click()
    await page.getByLabel('Namn').fill('Hörnet')
    await page.getByLabel('Tillstånd').fill('A 2/2026')
    await page.getByLabel('Ändamål').fill('Ordning')
    await page.getByLabel('Gäller från').fill('2026-01-01')
    await save(page)
    await page.getByText('Hörnet är sparad.').waitFor()
    await close()
  })

  it('lists areas by kind with their validity, and ends one on a day', async () => {
    const analyst = await server.as('analyst')
    const district = {
      type: 'Feature',
      geometry: square(),
      properties: { kind: 'district', name: 'Ängsbacken', validFrom: '2020-01-01' },
    }
    const { body } = await analyst('POST', '/api/areas', { body: district })
    const { page, complaints, close } = await openAs('admin', NARROW)
    await register(page, 'Områden')
    await page.getByText('Stadsdelar (1)').waitFor()
    await page.getByText('Stadens yta (1)').waitFor()
    await page.getByRole('button', { name: 'Ändra Ängsbacken' }).click()
    await page.getByLabel('Gäller till').fill('2026-12-31')
    await save(page)
    await page.getByText('Ängsbacken är sparad.').waitFor()
    await page.getByText('1 jan. 2020–31 dec. 2026').waitFor()
    const stored = (await analyst('GET', `/api/areas/${body.id}`)).body
    expect(stored.properties).toEqual({ ...body.properties, validTo: '2026-12-31', revision: 2 })
    expect(stored.geometry).toEqual(body.geometry)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
    expect(await accessibilityBreaches(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('is not for planners', async () => {
    const { page, close } = await openAs('planner')
    await part(page, 'workspace').waitFor()
    expect(await page.getByRole('heading', { name: 'Register på kartan' }).count()).toBe(0)
    await close()
  })
})
