import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperTemplate } from '../../server/papers/index.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const HEADINGS = [
  'Förslag till beslut',
  'Sammanfattning',
  'Bakgrund',
  'Ärendets beredning',
  'Ärendet',
  'Synpunkter och förslag',
  'Jämställdhetsanalys',
  'Bilagor',
]
const REFERRAL = {
  form: 'referral-answer',
  title: 'Ljus i tunnlar',
  board: 'Södra stadsdelsnämnden',
  caseNumber: 'Dnr SOD 2026-00417',
  referredBy: 'Trafiknämnden',
  dueOn: '2026-06-15',
}
const DECISION = { name: 'Södra stadsdelsnämnden', decidedOn: '2026-03-12', section: 14 }
/** The city's own order and headings of a reply; of the other papers it has none. */
const TEMPLATE: PaperTemplate = {
  'referral-answer': [
    { section: 'summary', heading: 'Sammanfattning av ärendet' },
    { section: 'proposal', heading: 'Förslag till nämnden' },
    { section: 'background', heading: 'Bakgrund till remissen' },
    { section: 'matter', heading: 'Remissen' },
    { section: 'preparation', heading: 'Beredning' },
    { section: 'views', heading: 'Förvaltningens synpunkter' },
    { section: 'equality', heading: 'Jämställdhet' },
    { section: 'attachments', heading: 'Bilagor' },
  ],
}

describe.each(databasesUnderTest)(
  'a paper that is laid before a board, on the $kind database',
  (database) => {
    let server: TestServer
    let coordinator: Call
    let [place, other] = [0, 0]
    beforeAll(async () => {
      const clock = { nowMs: () => Date.parse('2026-06-01T12:00Z') }
      server = await startTestServer({ database, srid: 3006, clock, paperTemplate: TEMPLATE })
      const { features } = server.storage.repositories
      const placeAt = async (x: number) =>
        (await features.insert('areas', squareArea(x, 'place', [X + x, Y, 400, 400]))).id
      place = await placeAt(0)
      other = await placeAt(1000)
      await server.engine.snapshots.refresh()
      coordinator = await server.as('coordinator')
    })
    afterAll(() => server?.close())

    const add = async (path: string, body: object): Promise<Json> => {
      const response = await coordinator('POST', `/api/${path}`, { body: { areaId: place, ...body } })
      expect([response.status, response.body.detail]).toEqual([201, undefined])
      return response.body
    }
    const statement = async (more: object = {}) => {
      const { title, board } = REFERRAL
      return add('board-cases', { form: 'statement', title, board, ...more })
    }
    const paper = (kind: string, query: string, call = coordinator) =>
      call('GET', `/api/papers/${kind}?area=${place}&${query}`)
    const textsIn = ({ sections }: Json, key: string): readonly string[] =>
      sections
        .find((section: Json) => section.key === key)
        .blocks.flatMap((block: Json) => (block.type === 'table' ? block.rows.flat() : [block.text]))

    it('has the eight headings, and names each text that is not written, and what nobody has noted', async () => {
      const { id } = await statement()
      const { body } = await paper('statement', `item=${id}`)
      expect(body.title).toBe('Tjänsteutlåtande: Ljus i tunnlar')
      expect(body.sections.map(({ heading }: Json) => heading)).toEqual(HEADINGS)
      expect(body.missing).toEqual([
        'Texten under ”Förslag till beslut” är inte skriven.',
        'Texten under ”Sammanfattning” är inte skriven.',
        'Texten under ”Bakgrund” är inte skriven.',
        'Inget samråd är antecknat.',
        'Texten under ”Ärendet” är inte skriven.',
        'Inget problem är formulerat för området.',
        'Texten under ”Synpunkter och förslag” är inte skriven.',
        'Ingen åtgärd är beslutad.',
        'Texten under ”Jämställdhetsanalys” är inte skriven.',
      ])
      const english = (await paper('statement', `item=${id}&lang=en`)).body
      expect([english.title, english.sections[0].heading]).toEqual([
        'Official statement: Ljus i tunnlar',
        'Proposed decision',
      ])
    })

    it('holds under each heading what was written, then what is noted of the place with its source', async () => {
      const problem = await add('problems', {
        title: 'Mörk gång',
        subject: 'perceived_safety',
        perspectives: { gender: 'Kvinnor går hellre en omväg' },
      })
      await add('causes', { partOf: problem.id, why: 'Lamporna är trasiga', causeKind: 'upkeep' })
      const pointer = { kind: 'document', address: 'dnr 2026/12' }
      await add('evidence', { partOf: problem.id, pointer, text: 'Ljusmätningen' })
      await add('measures', {
        title: 'Ny belysning',
        type: 'lighting',
        owner: 'Trafiknämnden',
        state: 'ongoing',
        decision: DECISION,
        money: { amountSek: 650_000, kind: 'investment', source: 'safety_fund', state: 'granted' },
      })
      await add('measures', { title: 'Kanske bänkar', type: 'redesign', owner: 'Trafiknämnden' })
      await add('agreements', {
        parties: ['Stadsdelsnämnden', 'Lokalpolisområdet'],
        beginsOn: '2026-01-01',
        endsOn: '2027-12-31',
        state: 'decided',
        decision: DECISION,
      })
      await add('consultations', {
        who: 'Pensionärsrådet',
        heldOn: '2026-05-12',
        said: 'Mörkt vid hållplatsen',
        outcome: 'Ljuset mäts i augusti',
        state: 'followed-up',
      })
      await add('consultations', { who: 'Funktionshinderrådet', heldOn: '2026-05-20', said: 'Höga trösklar' })
      const { id } = await statement({
        proposal: 'Nämnden godkänner.\n\nNämnden överlämnar svaret.',
        background: 'Sedan 2025.',
        attachments: ['Karta'],
      })
      const { body } = await paper('statement', `item=${id}`)
      expect(textsIn(body, 'proposal')).toEqual(['Nämnden godkänner.', 'Nämnden överlämnar svaret.'])
      expect(textsIn(body, 'background')).toEqual([
        'Sedan 2025.',
        'Stadsdelsnämnden, Lokalpolisområdet: 1 januari 2026 – 31 december 2027',
        '',
      ])
      expect(textsIn(body, 'preparation')).toEqual([
        'Samråd med Pensionärsrådet, 12 maj 2026',
        'Mörkt vid hållplatsen',
        'Vad det blev: Ljuset mäts i augusti',
        'Samråd med Funktionshinderrådet, 20 maj 2026',
        'Höga trösklar',
        'Vad samrådet med Funktionshinderrådet 20 maj 2026 ledde till saknas.',
        '',
      ])
      expect(textsIn(body, 'matter')).toEqual(
        expect.arrayContaining([
          'Mörk gång (Upplevd trygghet)',
          'Handling: dnr 2026/12',
          'Lamporna är trasiga (Antagen)',
        ]),
      )
      const views = textsIn(body, 'views')
      expect(views).toEqual(
        expect.arrayContaining([
          'Ny belysning (Belysning)',
          '650\u00a0000 kr, investering, trygghetsmedel, beviljat',
        ]),
      )
      expect(views).not.toContain('Kanske bänkar (Ombyggnad)')
      expect(textsIn(body, 'equality')).toContain('Mörk gång: Kvinnor går hellre en omväg')
      expect(textsIn(body, 'attachments')).toEqual(['Karta', 'Handling: dnr 2026/12', 'Ljusmätningen'])
      const source = body.sections.find(({ key }: Json) => key === 'matter').blocks.at(-1).source
      expect(source).toEqual({ text: 'Platsens sida', href: `/?page=situation&place=${place}` })
      const plan = (await paper('action-plan', '')).body
      expect(textsIn(plan, 'consultations')).toEqual(
        expect.arrayContaining([
          'Samråd med Pensionärsrådet, 12 maj 2026',
          'Vad det blev: Ljuset mäts i augusti',
        ]),
      )
    })

    it('says who has sent the referral and when it is due, and follows the city’s template in Swedish alone', async () => {
      const { id } = await add('board-cases', { ...REFERRAL, summary: 'Kort sagt' })
      const { body } = await paper('referral-answer', `item=${id}`)
      expect(body.facts.slice(0, 5)).toEqual([
        { name: 'Till', value: 'Södra stadsdelsnämnden' },
        { name: 'Diarienummer', value: 'Dnr SOD 2026-00417' },
        { name: 'Remiss från', value: 'Trafiknämnden' },
        { name: 'Svar senast', value: '15 juni 2026' },
        { name: 'Läge', value: 'utkast' },
      ])
      expect(textsIn(body, 'background')).toContain(
        'Remissen kommer från Trafiknämnden och ska besvaras senast 15 juni 2026.',
      )
      const template = TEMPLATE['referral-answer']!
      expect(body.sections.map(({ key, heading }: Json) => ({ section: key, heading }))).toEqual(template)
      expect(textsIn(body, 'summary')).toEqual(['Kort sagt'])
      expect(body.missing[0]).toBe('Texten under ”Förslag till nämnden” är inte skriven.')
      const english = (await paper('referral-answer', `item=${id}&lang=en`)).body
      expect(english.sections.map(({ heading }: Json) => heading).slice(0, 2)).toEqual([
        'Proposed decision',
        'Summary',
      ])
      const headers = await server.people.credentials('coordinator')
      const address = `${server.url}/papers/referral-answer/docx?area=${place}&item=${id}`
      const file = new Uint8Array(await (await fetch(address, { headers })).arrayBuffer())
      const xml = strFromU8(unzipSync(file)['word/document.xml']!)
      const order = template.map(({ heading }) => xml.indexOf(`>${heading}<`))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(Math.min(...order)).toBeGreaterThan(0)
      const page = (await coordinator('GET', `/papers/referral-answer?area=${place}&item=${id}`)).body
      expect(page).toContain('Förvaltningens synpunkter')
      expect(page).toContain(`/papers/referral-answer/docx?area=${place}&amp;item=${id}&amp;lang=sv`)
    })

    it('is for whom its case is, refuses more people, and is no paper of another kind, place or reader', async () => {
      const { id } = await statement()
      const { body } = await paper('statement', `item=${id}`)
      expect(body.facts.find(({ name }: Json) => name === 'För').value).toMatch(/^myndigheterna/)
      const wider = await paper('statement', `item=${id}&audience=parties`)
      expect([wider.status, wider.body.problems[0]]).toEqual([
        422,
        { field: 'audience', rule: 'the case is for authorities alone' },
      ])
      const without = await paper('statement', '')
      expect([without.status, without.body.problems[0].rule]).toEqual([422, 'the id of the case is needed'])
      expect((await paper('referral-answer', `item=${id}`)).status).toBe(404)
      expect((await coordinator('GET', `/api/papers/statement?area=${other}&item=${id}`)).status).toBe(404)
      const { people } = server.storage.repositories
      const parties = await people.insertOrganisation({ name: 'Handlarna', placeIds: [place] })
      const { accountId } = await server.people.of('partner')
      await people.update(accountId, { organisationId: parties.id })
      const open = await statement({ audience: 'parties' })
      server.people.renew('partner')
      const partner = await server.as('partner')
      expect((await paper('action-plan', '', partner)).status).toBe(200)
      expect((await paper('statement', `item=${open.id}`, partner)).status).toBe(404)
    })
  },
)
