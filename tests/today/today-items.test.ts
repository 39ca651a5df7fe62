import { describe, expect, it } from 'vitest'
import { createFormats } from '../../web/i18n/formats.ts'
import { todaySv } from '../../web/today/messages-sv.ts'
import type { WorkOfToday } from '../../web/today/today-calls.ts'
import { todayLists } from '../../web/today/today-items.ts'

const context = {
  messages: todaySv.today,
  formats: createFormats('sv'),
  language: 'sv',
  today: '2026-06-16',
  seenAt: null,
}

const work = (late: boolean): WorkOfToday =>
  ({
    areas: [{ id: 7, name: 'Bangårdslunden' }],
    commitments: [],
    meetings: [],
    measures: [],
    walks: [],
    findings: [],
    agreements: [],
    questions: [],
    cases: [
      {
        form: 'referral-answer',
        title: 'Ljus i tunnlar',
        board: 'Stadsdelsnämnden',
        areaId: 7,
        dueOn: '2026-06-15',
        late,
      },
    ],
    queue: { groups: [] },
    watches: [
      {
        reviewId: 3,
        proposalId: 4,
        title: 'Kvarteret Verkstaden',
        state: late ? 'changed' : 'same',
        computedAt: '2026-05-02T08:00:00.000Z',
        cutAt: '2026-06-03T08:00:00.000Z',
        changes: late ? [{}, {}] : [],
      },
    ],
  }) as unknown as WorkOfToday

describe('the coordinator’s first page', () => {
  it('lists a reply to a referral whose day has passed among what is late, with the way to its papers', () => {
    expect(todayLists(work(true), context).late).toEqual([
      {
        text: 'Svar på remiss: Ljus i tunnlar',
        href: '/?page=papers&place=7',
        about: ['Bangårdslunden', 'Stadsdelsnämnden', 'skulle varit klart 15 juni 2026'],
        isLate: true,
      },
    ])
    expect(todayLists(work(false), context).late).toEqual([])
  })

  it('lists a review whose findings have changed among what waits, until they are as they were', () => {
    expect(todayLists(work(true), context).waiting).toEqual([
      {
        text: 'Trygghetsgranskning: Kvarteret Verkstaden',
        href: expect.stringContaining('3'),
        about: ['2 slutsatser har ändrats', 'räknat på uppgifterna 3 juni 2026'],
      },
    ])
    expect(todayLists(work(false), context).waiting).toEqual([])
  })
})
