import type { StoredAuditEvent } from '../../server/platform/audit/contract.ts'
import type { AuditMessages } from './messages-sv.ts'

type Words = AuditMessages['audit']
type Named = Readonly<Record<string, string>>

/** What was done in words, from an operation's id: `replaceCamera` → "Ändrade kamera"; the id where it is unknown. */
export function actionText(action: string, words: Words): string {
  const whole = (words.actions as Named)[action]
  if (whole !== undefined) return whole
  const [, verb = '', rest = ''] = /^([a-z]+)(.*)$/.exec(action) ?? []
  const done = (words.verbs as Named)[verb]
  const noun = (words.nouns as Named)[rest.charAt(0).toLowerCase() + rest.slice(1)]
  return done === undefined || noun === undefined ? action : `${done} ${noun}`
}

/** What it was done to: `camera/5` → "kamera 5"; as it is stored where its kind is unknown. */
export function subjectText(subject: string, words: Words): string {
  const at = subject.indexOf('/')
  const noun = (words.nouns as Named)[at < 0 ? subject : subject.slice(0, at)]
  if (noun === undefined) return subject
  return at < 0 ? noun : `${noun} ${subject.slice(at + 1)}`
}

/** The details of an event, named, without empty values. */
export function detailTexts(
  detail: StoredAuditEvent['detail'],
  words: Words,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(detail)
    .map(([name, value]) => [name, value === null ? '' : String(value)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [(words.details as Named)[name] ?? name, (words.values as Named)[value] ?? value])
}
