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
})
