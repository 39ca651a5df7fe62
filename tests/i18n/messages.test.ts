import { describe, expect, it } from 'vitest'
import type { CellProperties } from '../../web/app/api/responses.ts'
import { RequestFailed } from '../../web/app/api/problem.ts'
import { ABOUT } from '../../web/workspace/about.ts'
import { cellText } from '../../web/hotspots/cell-text.ts'
import { failureText } from '../../web/app/shell/failure-text.ts'
import { proposalMessages } from '../../web/proposals/messages.ts'
import { createTexts } from '../../web/i18n/texts.ts'
import { ALL_MESSAGES, MODULE_MESSAGES } from './all-messages.ts'
import { hotspotMessages } from '../../web/hotspots/messages.ts'

/** Every key of a table with its kind: `cell.few:string`, `legend.cells:function`. */
function keysOf(table: unknown, path = ''): readonly string[] {
  if (Array.isArray(table)) return [`${path}:list of ${table.length}`]
  if (typeof table !== 'object' || table === null) return [`${path}:${typeof table}`]
  return Object.entries(table).flatMap(([key, value]) => keysOf(value, path === '' ? key : `${path}.${key}`))
}

/** All texts of a table; functions are called with letters in place of figures. */
function messagesOf(table: unknown): readonly string[] {
  if (typeof table === 'string') return [table]
  if (typeof table === 'function') return [String(table('A', 'B', 'C'))]
  return typeof table === 'object' && table !== null ? Object.values(table).flatMap(messagesOf) : []
}

const cell: Pick<CellProperties, 'class' | 'sum' | 'ratio' | 'low' | 'high'> = {
  class: 'high2',
  sum: 40,
  ratio: 3.1,
  low: 2.4,
  high: 3.9,
}
/** A text with ordinary spaces: figures keep together by others. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

const [sv, en] = [createTexts('sv'), createTexts('en')]
const [cellSv, cellEn] = [hotspotMessages.inLanguageOf(sv), hotspotMessages.inLanguageOf(en)]

describe('the messages of the page', () => {
  it('have the same keys in both languages', () => {
    for (const [index, english] of ALL_MESSAGES.en.entries())
      expect([...keysOf(english)].sort()).toEqual([...keysOf(ALL_MESSAGES.sv[index])].sort())
    expect(ABOUT.en.length).toBe(ABOUT.sv.length)
  })

  it('are different in the two languages, sentence by sentence', () => {
    const swedish = messagesOf(ALL_MESSAGES.sv).filter((text) => text.includes(' ') && text.length > 20)
    const english = new Set(messagesOf(ALL_MESSAGES.en))
    expect(swedish.filter((text) => english.has(text))).toEqual([])
  })

  it('never speak of cause, danger by rank or hot spots', () => {
    const forbidden = /hot ?spot|kall punkt|no-go|på grund av|leder till|because of|led to|dangerous area/i
    const texts = [...messagesOf(ALL_MESSAGES.sv), ...messagesOf(ALL_MESSAGES.en), ...messagesOf(ABOUT)]
    expect(texts.filter((text) => forbidden.test(text))).toEqual([])
  })

  it('of a module never hide a shared one', () => {
    const shared = Object.keys(sv)
    for (const { sv: messages } of MODULE_MESSAGES)
      expect(Object.keys(messages).filter((key) => shared.includes(key))).toEqual([])
  })
})

describe('a cell in words', () => {
  it('has class, ratio, interval and what is not included', () => {
    expect(spaced(cellText(cell, 'area', cellSv))).toBe(
      'Minst dubbelt så många anmälda händelser som vid jämn fördelning över staden (3,1 gånger; 95 % 2,4–3,9). Antalet besökare är inte inräknat.',
    )
    expect(spaced(cellText(cell, 'area', cellEn))).toBe(
      'At least twice the reports that an even spread would give over the city (3.1 times; 95 % 2.4–3.9). Visitor numbers are not included.',
    )
  })

  it('states that nothing recorded does not mean nothing happened', () => {
    expect(cellText({ ...cell, class: 'few', sum: 0 }, 'area', cellSv)).toBe(
      'Inga registrerade händelser i dessa källor. Det betyder inte att inget har hänt.',
    )
  })

  it('does not judge too few', () => {
    expect(cellText({ ...cell, class: 'few', sum: 3 }, 'area', cellEn)).toBe('Too few incidents to tell.')
  })

  it('states when the expected spread is by visitors', () => {
    expect(cellText(cell, 'visitors', cellSv)).toContain('stadens besökare')
    expect(cellText(cell, 'visitors', cellSv)).not.toContain('inte inräknat')
  })
})

describe('figures', () => {
  it('are formatted by language', () => {
    expect(sv.formats.ratio(0.6)).toBe('0,60')
    expect(en.formats.ratio(12.34)).toBe('12')
    expect(sv.formats.count(4218)).toMatch(/^4\s218$/)
    expect(en.formats.date('2026-10-31')).toBe('31 October 2026')
    expect(sv.formats.area(31_234)).toMatch(/^3,1\sha$/)
  })

  it('never round a small share to nothing', () => {
    expect(sv.formats.share(0.004)).toContain('<')
    expect(sv.formats.share(0)).toMatch(/^0\s%$/)
  })
})

describe('a failure in words', () => {
  it('names the invalid field and when to retry', () => {
    const failure = new RequestFailed('busy', 'x', [{ field: 'weekdays', rule: 'days 1–7' }], 5)
    expect(failureText(failure, en)).toEqual([
      'The server is busy right now. What you have written is still here.',
      'weekdays: days 1–7',
      'Try again in 5 seconds.',
    ])
  })

  it('has a page’s own message where there is one, in that language', () => {
    const failure = new RequestFailed('too-large', 'x', [{ field: 'geometry', rule: 'at most 5 km²' }])
    expect(failureText(failure, sv, true, proposalMessages.sv.proposal.refused)).toEqual([
      'Området är större än 5 km² eller har för många hörn. Pröva en del i taget.',
    ])
  })

  it('has a message for an unknown code', () => {
    expect(failureText(new RequestFailed('demo-refused', 'x'), sv)).toEqual([
      'Ett oväntat fel uppstod på servern.',
    ])
  })

  it('describes an ended session and a conflict as such, not as a server failure', () => {
    expect(failureText(new RequestFailed('unauthenticated', 'x'), en)).toEqual([
      'You were signed out, so nothing was saved. What you have written is still here: try again.',
    ])
    expect(failureText(new RequestFailed('conflict', 'x'), sv)[0]).toMatch(/^Det går inte som läget är nu/)
  })
})
