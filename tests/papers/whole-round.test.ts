import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAPER_MESSAGES } from '../../server/papers/messages.ts'
import { agreementMessages } from '../../web/agreements/messages.ts'
import { boardCaseMessages } from '../../web/board-cases/messages.ts'
import { evidenceMessages } from '../../web/evidence/messages.ts'
import { measureMessages } from '../../web/measures/messages.ts'
import { meetingMessages } from '../../web/meetings/messages.ts'
import { paperMessages } from '../../web/papers/messages.ts'
import { pictureMessages } from '../../web/situation-pictures/messages.ts'
import { workSv } from '../../web/work/messages-sv.ts'
import { workEn } from '../../web/work/messages-en.ts'
import { freshPage } from '../e2e/fresh-page.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import {
  accessibilityBreaches,
  hasBrowser,
  NARROW,
  openBrowser,
  openPage,
  WIDE,
} from '../support/serving/browser.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { pressed, typeForm, type TypedFields } from '../support/serving/typed-form.ts'

const CLOCK = { nowMs: () => Date.parse('2026-06-01T12:00Z') }
const PEOPLE = { coordinator: null, traders: 'Handlarna', owners: 'Fastighetsägarna' } as const
type Person = keyof typeof PEOPLE
/** Each language on a database of its own kind, where there are two. */
const ROUNDS = (['sv', 'en'] as const).map((language, k) => ({
  language,
  database: databasesUnderTest[k % databasesUnderTest.length]!,
}))
const ROUND_LIMIT_MS = 60_000

const inBrowser = describe.skipIf(!hasBrowser())
inBrowser.each(ROUNDS)('a whole round through the forms in $language on $database.kind', (round) => {
  const { language, database } = round
  let server: TestServer
  let browser: Browser
  let placeId: number
  const pages: Partial<Record<Person, Page>> = {}
  const complaints: (readonly string[])[] = []
  beforeAll(async () => {
    await freshPage(fileURLToPath(new URL('../..', import.meta.url)))
    server = await startTestServer({ database, srid: 3006, clock: CLOCK, page: true, signIn: null })
    browser = await openBrowser()
    const square = squareArea(0, 'place', [X, Y, 400, 400])
    placeId = (await server.storage.repositories.features.insert('areas', square)).id
    await server.engine.snapshots.refresh()
    for (const name of Object.keys(PEOPLE) as Person[]) pages[name] = await signedIn(name)
  }, 400_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  async function signedIn(name: Person): Promise<Page> {
    const { people } = server.storage.repositories
    const party = PEOPLE[name]
    const organisationId =
      party === null ? null : (await people.insertOrganisation({ name: party, placeIds: [placeId] })).id
    const role = party === null ? 'coordinator' : 'partner'
    const email = `${name}@test.example`
    const account = { email, name, role, organisationId, openId: null, createdAtMs: CLOCK.nowMs() } as const
    const { token } = await server.access.sessions.open(await people.insert(account))
    const [cookie = '', value = ''] = server.access.cookie.set(token, null).split(';')[0]!.split('=')
    const opened = await openPage(browser, `${server.url}/?page=accessibility`, {
      viewport: party === null ? WIDE : NARROW,
      before: (context) => context.addCookies([{ name: cookie, value, url: server.url }]),
    })
    opened.page.setDefaultTimeout(15_000)
    complaints.push(opened.complaints)
    return opened.page
  }

  const { pictures } = pictureMessages[language]
  const { measures } = measureMessages[language]
  const { evidence } = evidenceMessages[language]
  const { agreements } = agreementMessages[language]
  const { consultations } = boardCaseMessages[language]
  const { meetings } = meetingMessages[language]
  const { papers } = paperMessages[language]
  const { save } = { sv: workSv, en: workEn }[language].work
  const PERIOD = { [pictures.from]: '2026-03-01', [pictures.to]: '2026-05-31' }
  const DECISION = {
    [measures.board]: 'Stadsdelsnämnden',
    [measures.decidedOn]: '2026-05-20',
    [measures.section]: '14',
  }

  /** The page of the place as it is now for somebody. */
  const at = async (name: Person, which: 'situation' | 'papers' = 'situation'): Promise<Page> => {
    const page = pages[name]!
    await page.goto(`${server.url}/?page=${which}&place=${placeId}&lang=${language}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  const add = (page: Page, summary: string, fields: TypedFields, button = save) =>
    typeForm(page, summary, fields, button)
  const see = (page: Page, text: string) => page.getByText(text).filter({ visible: true }).first().waitFor()
  const press = (page: Page, name: string) => pressed(page, page.getByRole('button', { name, exact: true }))
  const expectAccessible = async (page: Page) => expect(await accessibilityBreaches(page)).toEqual([])
  const planCard = (page: Page) => page.getByRole('listitem').filter({ hasText: papers.about['action-plan'] })

  it('the parties agree on what is known', { timeout: ROUND_LIMIT_MS }, async () => {
    const empty = await at('coordinator', 'papers')
    await planCard(empty).locator('summary').waitFor()
    await expectAccessible(empty)
    const coordinator = await at('coordinator')
    const { problems, needs } = pictures.headings
    await add(coordinator, pictures.writeJoint, {
      ...PERIOD,
      [problems]: 'Mörkt i gången',
      [needs]: 'Ljus',
    })
    await see(coordinator, 'Mörkt i gången')
    const traders = await at('traders')
    await add(traders, pictures.addLine, { [pictures.heading]: needs, [pictures.line]: 'Öppet till nio' })
    await see(traders, 'Handlarna: Öppet till nio')
    const own = { ...PERIOD, [problems]: 'Väskor försvinner vid trappan' }
    await add(traders, pictures.writeOwn, own, pictures.saveDraft)
    await see(traders, pictures.draftNote)
    await expectAccessible(traders)
    await press(traders, pictures.handIn)
    const owners = await at('owners')
    await press(owners, pictures.agree)
    await see(owners, pictures.agreed('Fastighetsägarna'))
    await at('coordinator')
    await press(coordinator, pictures.settle)
    await see(coordinator, pictures.states.agreed)
  })

  it('the coordinator leads from problem to measure, with evidence of a party', async () => {
    const coordinator = await at('coordinator')
    await add(coordinator, measures.addProblem, {
      [measures.problemTitle]: 'Mörk gång',
      [measures.subject]: measures.subjects.property,
      [measures.priority]: true,
    })
    await see(coordinator, 'Mörk gång')
    await add(coordinator, measures.addCause, {
      [measures.why]: 'Lampor är trasiga',
      [measures.causeKind]: measures.causeKinds.upkeep,
    })
    await see(coordinator, 'Lampor är trasiga')
    const owners = await at('owners')
    const causes = owners.getByRole('region', { name: measures.causesBox })
    const pointer = { [evidence.pointAt]: evidence.kinds.document, [evidence.address]: 'dnr 2026/12' }
    await typeForm(owners, evidence.attach, pointer, evidence.attachIt, causes)
    await see(owners, 'dnr 2026/12')
    await at('coordinator')
    await add(coordinator, measures.addGoal, {
      [measures.goalWhat]: 'Belysning utbytt',
      [measures.indicatorKind]: measures.indicatorKinds.process,
      [measures.indicator]: '14 stolpar',
      [measures.dueOn]: '2026-12-31',
    })
    await see(coordinator, 'Belysning utbytt')
    await add(coordinator, measures.addMeasure, {
      [measures.measureTitle]: 'Ljus i gången',
      [measures.type]: measures.types.lighting,
      [measures.owner]: 'Fastighetsägarna',
      [measures.beginsOn]: '2026-06-15',
      'Lampor är trasiga': true,
      'Belysning utbytt': true,
      [measures.state]: measures.measureStates.decided,
      ...DECISION,
    })
    await see(coordinator, 'Ljus i gången')
    await expectAccessible(coordinator)
  })

  it('they promise, agree and are consulted, and everybody opens the plan', async () => {
    const coordinator = await at('coordinator')
    await add(coordinator, consultations.add, {
      [consultations.who]: 'Pensionärsrådet',
      [consultations.heldOn]: '2026-05-12',
      [consultations.said]: 'Bra ljus',
      [consultations.outcome]: 'Ljuset mäts',
    })
    await see(coordinator, 'Ljuset mäts')
    await add(coordinator, agreements.addAgreement, {
      [agreements.parties]: 'Stadsdelsnämnden, Handlarna, Fastighetsägarna',
      [agreements.beginsOn]: '2026-06-01',
      [agreements.endsOn]: '2027-12-31',
      [agreements.state]: agreements.states.decided,
      [agreements.board]: 'Stadsdelsnämnden',
      [agreements.decidedOn]: '2026-05-20',
      [agreements.section]: '15',
    })
    const traders = await at('traders')
    const promised = { [meetings.what]: 'Håll dörren upplyst', [meetings.by]: '2026-06-10' }
    await add(traders, measures.addCommitment, promised)
    await see(traders, 'Håll dörren upplyst')
    await expectAccessible(traders)
    for (const name of ['coordinator', 'owners'] as const) await opensPlan(await at(name, 'papers'))
    expect(complaints.flat()).toEqual([])
  })

  async function opensPlan(page: Page): Promise<void> {
    await planCard(page).getByText(papers.complete).waitFor()
    await expectAccessible(page)
    await planCard(page)
      .getByRole('link', { name: papers.openPaper(papers.kinds['action-plan']) })
      .click()
    const title = PAPER_MESSAGES[language].titles['action-plan']('place 0')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    for (const text of ['Mörk gång', 'Belysning utbytt', 'Ljus i gången', 'Stadsdelsnämnden', 'Ljuset mäts'])
      await see(page, text)
    await page.getByRole('row', { name: /^Håll dörren upplyst Handlarna/ }).waitFor()
    await expectAccessible(page)
  }
})
