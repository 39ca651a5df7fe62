import { COMMON_ROOTS, RUNS } from './password-roots.ts'

/** Why a password is refused. */
export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'personal'

/**
 * Characters of a password. Fifteen, since it is the only factor (NIST SP 800-63B-4 §3.1.1.2); long enough for any
 * phrase, and no rule on what characters it is made of.
 */
export const PASSWORD_LENGTH = { min: 15, max: 128 } as const

const SERVICE_NAMES = ['lagesbild', 'trygghetsprogram']
/** Names of up to three letters occur in too many words. */
const MIN_NAME_LENGTH = 4
/** Different characters that must remain of a password without its common parts. */
const MIN_OWN_LENGTH = 5
const MIN_RUN_LENGTH = 4

/** A password in the form in which it is counted and hashed: keyboards compose characters differently. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * The problem of a new password; null when there is none. There is no rule on composition: a password must be long
 * enough and not among those that are guessed first (NIST SP 800-63B-4 §3.1.1.2).
 *
 * @param person whose name and e-mail address it must not be made of
 */
export function passwordProblem(
  password: string,
  person: { readonly email: string; readonly name: string },
): PasswordProblem | null {
  const text = normalizePassword(password)
  const { length } = Array.from(text)
  if (length < PASSWORD_LENGTH.min) return 'too-short'
  if (length > PASSWORD_LENGTH.max) return 'too-long'
  const plain = unaccented(text)
  if (namesOf(person).some((name) => plain.includes(name))) return 'personal'
  return [plain, unleet(plain)].some((form) => own(form) < MIN_OWN_LENGTH) ? 'common' : null
}

function namesOf({ email, name }: { readonly email: string; readonly name: string }): readonly string[] {
  const parts = [...name.split(/[\s-]+/), ...email.split(/[@.+_-]/)].map(unaccented)
  return [...parts.filter((part) => part.length >= MIN_NAME_LENGTH), ...SERVICE_NAMES]
}

function unaccented(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
}

/** Letters for the digits and signs that stand in for them. */
function unleet(text: string): string {
  return text.replace(/[0134578@$!|]/g, (character) => LEET[character] ?? character)
}

const SEPARATORS = /[\s\p{P}\p{Sm}\p{Sc}\p{Sk}]+/gu

/** How many different characters are left without common words, runs, years, separators and repetitions. */
function own(text: string): number {
  let rest = text.replace(/(?:19|20)\d\d/g, ' ')
  rest = withoutRuns(rest)
  for (const root of COMMON_ROOTS) rest = rest.replaceAll(root, ' ')
  return new Set(rest.replace(SEPARATORS, '')).size
}

function withoutRuns(text: string): string {
  let rest = text
  for (const row of RUNS) {
    for (const run of [row, Array.from(row).reverse().join('')].map(unaccented)) rest = withoutRun(rest, run)
  }
  return rest
}

/** Takes out every stretch of four and more characters that follow one another in a row of keys. */
function withoutRun(text: string, row: string): string {
  let rest = ''
  for (let at = 0; at < text.length; ) {
    let length = MIN_RUN_LENGTH
    if (!row.includes(text.slice(at, at + length)) || at + length > text.length) {
      rest += text[at++]
      continue
    }
    while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length++
    rest += ' '
    at += length
  }
  return rest
}
