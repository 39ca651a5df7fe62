import { clockFormOf } from '../../formats/times/time-forms.ts'

const MIN_SHARE = 0.95
const TRIED_TEXTS = 200
const PREFIX = /^(?:kl\.?|klockan) +/i

/** What is known of a column's texts as times of day, after the whole file. */
export interface ClockColumnTally {
  add(text: string): void
  /** The pattern of nearly all texts; null when they are none, or written in different ways. */
  pattern(): string | null
}

export function createClockColumnTally(): ClockColumnTally {
  const patterns = new Map<string, { rows: number; seconds: boolean; bare: boolean }>()
  let texts = 0

  return {
    add(text) {
      texts++
      if (patterns.size === 0 && texts > TRIED_TEXTS) return
      const prefix = PREFIX.exec(text)?.[0] ?? ''
      const form = text.length > 20 ? null : clockFormOf(text.slice(prefix.length))
      // Four figures alone are a number: see the tally of those.
      if (form === null || !/[:.]/.test(form.clock)) return
      const key = `${prefix === '' ? '' : `'${prefix}'`}${form.clock}|${form.tail}`
      const known = patterns.get(key) ?? { rows: 0, seconds: false, bare: false }
      known.rows++
      if (form.seconds === '') known.bare = true
      else known.seconds = true
      patterns.set(key, known)
    },
    pattern() {
      const [first] = [...patterns].sort(([, a], [, b]) => b.rows - a.rows)
      if (first === undefined || first[1].rows < MIN_SHARE * texts) return null
      const [key, { seconds, bare }] = first
      const [clock, tail] = key.split('|') as [string, string]
      const separator = clock.includes('.') ? '.' : ':'
      const part = seconds ? `${separator}ss` : ''
      return `${clock}${seconds && bare ? `[${part}]` : part}${tail}`
    },
  }
}
