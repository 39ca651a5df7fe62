import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailer, MailFailed } from '../../server/platform/mail/mailer.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { openPost, type Post, textOf } from '../support/mail-server.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe.each(databasesUnderTest)('minutes by mail from the $kind database', (database) => {
  let nowMs = Date.now()
  let post: Post
  let server: TestServer
  let coordinator: Call
  let area = 0
  beforeAll(async () => {
    post = await openPost()
    server = await startTestServer({
      database,
      srid: 3006,
      mail: { url: post.url, from: 'Lägesbild <lagesbild@example.se>' },
      publicUrl: 'https://karta.example.se/',
      clock: { nowMs: () => nowMs },
    })
    const { features, people } = server.storage.repositories
    area = (await features.insert('areas', squareArea(0, 'place', [X, Y, 400, 400]))).id
    await server.engine.snapshots.refresh()
    const organisation = await people.insertOrganisation({ name: 'Handlarna', placeIds: [area] })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: organisation.id })
    coordinator = await server.as('coordinator')
  })
  afterAll(async () => {
    await server?.close()
    await post?.close()
  })

  const closed = async (more: object = {}) => {
    const attendees = [{ organisation: ' handlarna', function: 'ordförande' }, { organisation: 'Polisen' }]
    const body = { areaId: area, forum: 'place', heldOn: '2026-03-05', attendees, ...more }
    const { id } = (await coordinator('POST', '/api/meetings', { body })).body
    const what = { areaId: area, meetingId: id, what: 'Byt lamporna', who: 'Trafikkontoret' }
    await coordinator('POST', '/api/commitments', {
      body: { ...what, audience: more['audience' as never] ?? 'parties' },
    })
    await coordinator('POST', '/api/commitments', {
      body: { ...what, what: 'Hemlig insats', audience: 'authorities' },
    })
    const ended = await coordinator('POST', `/api/meetings/${id}/closing`, { body: { nextOn: null } })
    expect(ended.status).toBe(200)
    return id as number
  }
  const mailOf = async (id: number) => (await coordinator('GET', `/api/meetings/${id}/mail`)).body
  const later = async (minutes: number) => {
    nowMs += minutes * 60_000
    await server.engine.mails.flush()
  }

  it('go to the accounts of the attendees, as text with a link, without items for authorities alone', async () => {
    const id = await closed()
    await expect.poll(() => post.letters.length).toBe(1)
    const [letter] = post.letters.splice(0)
    const { email } = (await server.storage.repositories.people.find(
      (
        await server.people.of('partner')
      ).accountId,
    ))!
    expect(letter!.to).toBe(email)
    const text = textOf(letter!.text)
    expect(text).toContain('1. Byt lamporna. Trafikkontoret, ingen dag satt')
    expect(text).toContain(`https://karta.example.se/?meeting=${id}`)
    expect(text).not.toContain('Hemlig')
    await expect.poll(async () => (await mailOf(id)).items[0].state).toBe('sent')
    expect(await mailOf(id)).toMatchObject({
      isSet: true,
      items: [{ organisation: 'Handlarna', fault: null }],
    })
    await coordinator('POST', `/api/meetings/${id}/mail`)
    await later(60)
    expect(post.letters).toEqual([])
  })

  it('of a meeting of authorities go to no partner', async () => {
    const id = await closed({ audience: 'authorities' })
    await later(1)
    expect([await mailOf(id), post.letters]).toEqual([{ isSet: true, items: [] }, []])
  })

  it('are retried after a temporary refusal, and given up after a permanent one', async () => {
    post.refusals.push(451)
    const waiting = await closed()
    await expect.poll(async () => (await mailOf(waiting)).items[0].fault).toBe('451')
    expect((await mailOf(waiting)).items[0]).toMatchObject({ state: 'waiting', sentAt: null })
    await later(2)
    expect((await mailOf(waiting)).items[0]).toMatchObject({ state: 'sent', fault: null })
    post.letters.splice(0)
    post.refusals.push(550)
    const refused = await closed()
    await expect.poll(async () => (await mailOf(refused)).items[0].state).toBe('failed')
    expect(JSON.stringify(await mailOf(refused))).not.toContain('anna@example.se')
    await coordinator('POST', `/api/meetings/${refused}/mail`)
    await expect.poll(async () => (await mailOf(refused)).items[0].state).toBe('sent')
    post.letters.splice(0)
  })

  it('are sent once by two processes that read the queue at once', async () => {
    post.refusals.push(451)
    const id = await closed()
    await expect.poll(async () => (await mailOf(id)).items[0].fault).toBe('451')
    nowMs += 120_000
    await Promise.all([server.engine.mails.flush(), server.engine.mails.flush()])
    expect(post.letters.splice(0)).toHaveLength(1)
  })
})

describe('a mail server', () => {
  it('is signed in to with the user and password of its URL, and its reply code is reported when they are wrong', async () => {
    const post = await openPost({ needsSignIn: true })
    const at = (user: string) =>
      createMailer({ url: post.url.replace('//', `//${user}@`), from: 'a@example.se' })
    await at('stad:hem%3Alig').verify()
    await expect(at('stad:fel').verify()).rejects.toThrow(MailFailed)
    await post.close()
  })

  it('that is not on this machine and knows no STARTTLS, or that does not answer, takes no letter', async () => {
    const post = await openPost()
    // Leads to this machine, and is not known as it.
    const plain = createMailer({ url: post.url.replace('127.0.0.1', '0.0.0.0'), from: 'a@example.se' })
    await expect(plain.verify()).rejects.toMatchObject({ fault: 'ETLS', isFinal: false })
    await post.close()
    const gone = createMailer({ url: post.url, from: 'a@example.se' })
    await expect(gone.verify()).rejects.toThrow(MailFailed)
  })
})
