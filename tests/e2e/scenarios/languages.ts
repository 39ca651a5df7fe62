import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ALL_MESSAGES } from '../../i18n/all-messages.ts'
import type { DemoPage } from '../demo-page.ts'
import type { DemoRole } from '../visitors.ts'

/** Words that no phrase of the other language goes without for long. */
const SMALL_WORDS = {
  sv: 'och|kring|för|vid|av|på|med|som|att|är|inte|till|från|den|det|ett|ska|har|kan',
  en: 'the|and|of|over|with|by|is|not|are|from|be',
} as const
/** Names are said as they are in every language. */
const NAMES =
  /Ångvisselplan och centralstationen|Fastighetsägarna vid stationen|Rådet för funktionshinderfrågor/g
const VIEWPORT = { width: 900, height: 480 } as const

interface PageTexts {
  /** Texts that a reader aloud would take for one language while they are written in the other. */
  readonly mistaken: readonly string[]
  /** Texts that are said to be in another language than the page. */
  readonly marked: readonly string[]
}

/** The page's own words, but for those that lead to the other language. */
const OWN_MESSAGES = { sv: new Set(messagesOf(ALL_MESSAGES.sv)), en: new Set(messagesOf(ALL_MESSAGES.en)) }

function messagesOf(table: unknown): readonly string[] {
  if (typeof table === 'string') return [table]
  return typeof table === 'object' && table !== null
    ? Object.entries(table).flatMap(([key, messages]) =>
        key === 'switchLanguage' ? [] : messagesOf(messages),
      )
    : []
}

/** What the page has of texts, also those folded away, by the language that they are said to be in. */
async function textsOf(page: Page): Promise<PageTexts> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: { readonly lang: string; readonly text: string }[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!
      if (element.closest('script, style, noscript') !== null) continue
      found.push({ lang: element.closest<HTMLElement>('[lang]')!.lang, text: node.textContent ?? '' })
    }
    return { own: document.documentElement.lang as 'sv' | 'en', found }
  })
  const isMistaken = (lang: string, text: string) => {
    const other = lang === 'en' ? SMALL_WORDS.sv : SMALL_WORDS.en
    return new RegExp(`(?<!\\p{L})(${other})(?!\\p{L})`, 'iu').test(text.replaceAll(NAMES, ''))
  }
  const marked = texts.found.filter(({ lang, text }) => lang !== texts.own && text.trim() !== '')
  const wronglyMarked = marked.filter(({ text }) => OWN_MESSAGES[texts.own].has(text.trim()))
  return {
    mistaken: [...texts.found.filter(({ lang, text }) => isMistaken(lang, text)), ...wronglyMarked].map(
      ({ text }) => text,
    ),
    marked: marked.map(({ text }) => text),
  }
}

/** A page, and how many texts of the other language it has at least once it is whole. */
type Look = readonly [address: string, marked: number]

const LOOKS: readonly (readonly [title: string, as: DemoRole | null, looks: readonly Look[]])[] = [
  ['the public', null, [['/?page=start&lang=en', 23]]],
  ['a partner', 'partner', [['/?lang=en', 6]]],
  [
    'a planner',
    'planner',
    [
      ['/?panel=map&lang=en', 5],
      ['/?panel=proposal&lang=en', 4],
    ],
  ],
  [
    'an analyst',
    'analyst',
    [
      ['/?review=1&lang=en', 20],
      ['/?review=1', 7],
    ],
  ],
]

/** What is written in another language than its page says so, that it may be read aloud in its own (WCAG 3.1.2). */
export function languageScenarios(city: () => DemoPage): void {
  describe('the language of every text', () => {
    it.each(LOOKS)('is marked on the pages of %s', async (_, as, looks) => {
      const [[first]] = looks as [Look]
      const { page, close } = await city().visit(first, { as, viewport: VIEWPORT })
      for (const [address, minimum] of looks) {
        if (address !== first) await page.goto(city().url + address)
        await expect.poll(async () => (await textsOf(page)).marked.length).toBeGreaterThanOrEqual(minimum)
        expect([address, (await textsOf(page)).mistaken]).toEqual([address, []])
      }
      await close()
    })
  })
}
