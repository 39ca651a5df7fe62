import { describe, expect, it } from 'vitest'
import { repeatedNumbers, writtenTexts } from '../../../server/reviews/documents/repeated-numbers.ts'

const EVIDENCE = {
  counts: [
    { count: 37, yearEarlier: 1204, ratio: 0.0307 },
    { count: 0, yearEarlier: 1, ratio: null },
    { count: 2024, yearEarlier: null, ratio: 2.44 },
  ],
  cells: [{ count: 8, sum: 61, ratio: 3.14 }],
} as unknown as Parameters<typeof repeatedNumbers>[1]

const found = (text: string) => repeatedNumbers([['assessment', text]], EVIDENCE).map(({ number }) => number)

describe('a number in the author’s own text', () => {
  it('is pointed out where it is a count or a ratio of the evidence, once in each text', () => {
    expect(found('37 anmälningar, 37 i fjol, 8 i rutan')).toEqual(['37', '8'])
    expect(found('tidigare 1 204, nu 1204')).toEqual(['1 204', '1204'])
    expect(found('kvot 2,4 eller 2.44, i rutan 3,1')).toEqual(['2,4', '2.44', '3,1'])
  })

  it('is not reported where it is none of them, or only looks like one', () => {
    expect(found('36 bänkar, 380 meter, ingen, 0 eller 1')).toEqual([])
    expect(found('sedan 2024, den 2026-08-37, § 37, 37-39, 1,37, 1375')).toEqual([])
  })

  it('is looked for in all authors’ texts, also the grounds of the decision', () => {
    const texts = writtenTexts({
      title: 'e 37',
      weighing: {
        subject: 'proposal',
        assessment: 'a 37',
        tradeOffs: { noise: { judgement: 'worse', note: 'b 37' } },
        perspectives: { child: 'c 37', lgbtq: null },
        conditions: ['d 37'],
      },
      checklist: {
        version: '1',
        responses: { 'lighting-1': { response: 'no', text: 'k 37', restsOn: [] } },
      },
      consultations: [{ party: 'f 37' }],
      decision: { note: 'g 37', board: { name: 'h 37', decidedOn: '2026-03-12', section: 37 } },
      outcome: 'i 37',
    })
    expect(repeatedNumbers(texts, EVIDENCE).map(({ field }) => field)).toEqual([
      'title',
      'assessment',
      'tradeOffs.noise',
      'perspectives.child',
      'checklist',
      'conditions',
      'consultations',
      'note',
      'board',
      'outcome',
    ])
  })
})
