import { withoutTextMark } from '../text-mark.ts'
import { monthOfName } from './month-names.ts'

/** A date as it begins a text: the patterns that can mean it, the text behind it, and whether hours may follow. */
export interface DateForm {
  readonly patterns: readonly string[]
  readonly rest: string
  readonly timed: boolean
}

const WORD = '[A-Za-zÅÄÖåäö]{3,12}'
/** Swedish, English, Norwegian and Danish by their beginnings; Finnish ones are cut to two letters. */
const WEEKDAY =
  /^(?:(mån|tis|ons|tors?|fre|lör|sön|mon|tues?|wed|thu(rs?)?|fri|sat|sun|man|tir|lør|søn|maanan|tiis|keski|perjan|lauan|sunnun)[a-zåäöæø]*|ma|ti|ke|to|pe|la|su)$/i

type Reading = (part: RegExpExecArray) => readonly string[]

/** Forms of dates, the more particular first; `yy` stands for years of two digits. */
const DATES: readonly (readonly [RegExp, Reading])[] = [
  [/^\d{4}([-/. ])\d{1,2}\1\d{1,2}(?!\d)/, ([, s]) => [`yyyy${s}M${s}d`]],
  [/^\d{1,2}([-/. ])\d{1,2}\1\d{4}(?!\d)/, ([, s]) => [`d${s}M${s}yyyy`, `M${s}d${s}yyyy`]],
  [/^\d{2}([-/. ])\d{1,2}\1\d{2}(?!\d)/, ([, s]) => [`d${s}M${s}yy`, `M${s}d${s}yy`, `yy${s}M${s}d`]],
  [/^\d{1,2}([-/. ])\d{1,2}\1\d{2}(?!\d)/, ([, s]) => [`d${s}M${s}yy`, `M${s}d${s}yy`]],
  [/^\d{4}-W\d{2}-[1-7](?!\d)/i, () => ["YYYY-'W'ww-e"]],
  [/^\d{1,2}\/\d{1,2}([- ])(\d{4}|\d{2})(?!\d)/, ([, s, year]) => [`d/M${s}${yearOf(year!)}`]],
  [/^(?:19|20)\d{6}(?!\d)|^(?:19|20)\d{6}(?=\d{4}(?:\d{2})?$)/, () => ['yyyyMMdd']],
  [new RegExp(`^\\d{1,2}([-/. ]*)(${WORD})(\\.?)([-/., ]*)(\\d{4}|\\d{2})(?!\\d)`), dayBeforeName],
  [new RegExp(`^(${WORD})(\\.?)([-/. ]+)\\d{1,2}(,? +|-)(\\d{4})(?!\\d)`), nameBeforeDay],
  [new RegExp(`^\\d{4}([-/. ]+)(${WORD})(\\.?)([-/. ]+)\\d{1,2}(?!\\d)`), yearBeforeName],
]

/** Forms of months, quarters, weeks and years, which no hour follows. */
const STRETCHES: readonly (readonly [RegExp, Reading])[] = [
  [/^\d{4}-\d{1,2}$/, () => ['month']],
  [/^\d{4}([/. ])\d{1,2}$/, ([, s]) => [`yyyy${s}M`]],
  [/^\d{1,2}([-/])(?:19|20)\d{2}$/, ([, s]) => [`M${s}yyyy`]],
  [/^(?:19|20)\d{2}(0[1-9]|1[0-2])$/, () => ['yyyyMM']],
  [/^\d{4}([- ]?)([QK]|kv\.? ?|kvartal )[1-4]$/i, ([, s, word]) => [`yyyy${s}'${word}'Q`]],
  [/^([QK]|kv\.? ?|kvartal )[1-4]([- ]+)\d{4}$/i, ([, word, s]) => [`'${word}'Q${s}yyyy`]],
  [/^\d{4}([- ]?)([WV]|v\.? |vecka )\d{1,2}$/i, ([, s, word]) => [`YYYY${s}'${word}'w`]],
  [/^([WV]|v\.? |vecka )\d{1,2}([- ]+)\d{4}$/i, ([, word, s]) => [`'${word}'w${s}YYYY`]],
  [/^\d{4}M\d{2}$/, () => ["yyyy'M'MM"]],
  [new RegExp(`^(${WORD})\\.?([- ]+)(\\d{4}|\\d{2})$`), monthAndYear],
  [new RegExp(`^\\d{4}([- ]+)(${WORD})\\.?$`), ([, s, name]) => named(name!, `yyyy${s}MMM`)],
  [/^(?:19|20)\d{2}$/, () => ['yyyy']],
]

/** The date with which a text begins, a weekday before it passed over; null when it begins with none. */
export function dateFormOf(marked: string): DateForm | null {
  const text = withoutTextMark(marked)
  const weekday = /^([A-Za-zÅÄÖåäöÆØæø]+)(\.?,? +)(.*)$/.exec(text)
  if (weekday !== null && WEEKDAY.test(weekday[1]!)) {
    const form = dateFormOf(weekday[3]!)
    const prefix = `EEE${weekday[2]!.replace(/^\./, '')}`
    return form && { ...form, patterns: form.patterns.map((pattern) => `${prefix}${pattern}`) }
  }
  const article = /^den +(?=\d)/i.exec(text)
  if (article !== null) {
    const form = dateFormOf(text.slice(article[0].length))
    return form && { ...form, patterns: form.patterns.map((pattern) => `'${article[0]}'${pattern}`) }
  }
  for (const [form, read] of STRETCHES) {
    const part = form.exec(text)
    const patterns = part === null ? [] : read(part)
    if (patterns.length > 0) return { patterns, rest: '', timed: false }
  }
  for (const [form, read] of DATES) {
    const part = form.exec(text)
    const patterns = part === null ? [] : read(part)
    if (patterns.length > 0) return { patterns, rest: text.slice(part![0].length), timed: true }
  }
  return null
}

/** `MMM` takes the dot of an abbreviation by itself. */
function dayBeforeName([, before, name, , after, year]: RegExpExecArray): readonly string[] {
  return named(name!, `d${before}MMM${after!.replace(/^\./, '')}${yearOf(year!)}`)
}

function nameBeforeDay([, name, , before, after, year]: RegExpExecArray): readonly string[] {
  return named(name!, `MMM${before!.replace(/^\./, '')}d${after}${yearOf(year!)}`)
}

function yearBeforeName([, before, name, , after]: RegExpExecArray): readonly string[] {
  return named(name!, `yyyy${before}MMM${after!.replace(/^\./, '')}d`)
}

function monthAndYear([, name, between, year]: RegExpExecArray): readonly string[] {
  return named(name!, `MMM${between}${yearOf(year!)}`)
}

function named(name: string, pattern: string): readonly string[] {
  return monthOfName(name) === 0 ? [] : [pattern]
}

function yearOf(text: string): string {
  return text.length === 4 ? 'yyyy' : 'yy'
}
