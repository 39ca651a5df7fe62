/** What the name of a column of times says of it. */
export type TimeRole = 'occurred' | 'end' | 'reported' | 'changed' | 'unsaid'

const WORDS_OF_TIME =
  /date|datum|datetime|\bdat\b|\bdt\b|(?<![cn])tid|time|klock|\bkl\b|hour|timme|month|månad|year|år\b|\bdag\b|\bday\b|quarter|kvartal|week|vecka|start|slut|\bend\b|occur|inträff|händ|begå|begin|when|\bnär\b|report|anmäl|skapad|created|stamp|epoch|\bts\b/
const CHANGED = /updat|uppdat|chang|ändr|modif|edit|senast|\blast\b/
const REPORTED = /report|rapport|anmäl|registr|inkom|receiv|skapa|creat|upprätt|publi|logg|inläst|\brpt\b/
const END = /(^| )(to|till|tom|until|end|slut|stop|sista)($| )|slut(tid|datum|kl)|end(date|time|dt)\b/
const OCCURRED =
  /occur|inträff|händelse ?(tid|dat|start|dag)|brotts?(tid|dat|dag)|start|begå|begin|(^| )(from|från|fr|fom)($| )|offen[cs]e ?(date|time|dt)|incident ?(date|time|dt)|crime ?(date|time)|\bocc\b|\bcmplnt fr\b/
const CLOCK = /(?<![cn])tid|time|klock|\bkl\b|hour|timme|\btod\b|\bhrs?\b/

/* `eventid` and `objectid` are no Swedish times (*tid*). */

/** The words of a column's name in small letters, those that are run together or written with signs apart. */
export function messagesOf(name: string): string {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** True for a column that is called after a time. */
export function isNamedForTime(name: string): boolean {
  return WORDS_OF_TIME.test(messagesOf(name))
}

/** True for a column that is called after a time of day. */
export function isNamedForClock(name: string): boolean {
  return CLOCK.test(messagesOf(name))
}

export function timeRoleOf(name: string): TimeRole {
  const words = messagesOf(name)
  if (CHANGED.test(words)) return 'changed'
  if (REPORTED.test(words)) return 'reported'
  if (END.test(words)) return 'end'
  return OCCURRED.test(words) ? 'occurred' : 'unsaid'
}
