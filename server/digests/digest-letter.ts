import type { Letter } from '../platform/mail/mailer.ts'
import type { Digest, DigestLine } from './digest.ts'
import { DIGEST_MESSAGES } from './messages.ts'
import { DIGEST_PATHS } from './paths.ts'
import type { DigestChoice } from './repository.ts'

interface LetterParts {
  readonly digest: Digest
  readonly choice: DigestChoice
  readonly weekOn: string
  readonly to: string
  /** Of the server, without a slash at the end. */
  readonly baseUrl: string
}

/** A week's letter: late, waiting, changed, and how to turn it off. */
export function digestLetter({ digest, choice, weekOn, to, baseUrl }: LetterParts): Letter {
  const { accountId, language, offToken } = choice
  const words = DIGEST_MESSAGES[language]
  const lang = language === 'sv' ? '' : `lang=${language}`
  const lines = [
    words.hello,
    '',
    ...part(words.late, digest.late, words.nothingLate),
    ...part(words.waiting, digest.waiting, words.nothingWaiting),
    ...part(words.changed, digest.changed, words.nothingChanged),
    `${words.open}: ${baseUrl}/${lang && `?${lang}`}`,
    '',
    `${words.off}: ${baseUrl}/?page=digest${lang && `&${lang}`}#${offToken}`,
    words.noReply,
  ]
  return {
    to,
    subject: words.subject(weekOn),
    text: `${lines.join('\n')}\n`,
    messageId: `<digest-${weekOn}-${accountId}@${new URL(baseUrl).hostname}>`,
    unsubscribeUrl: `${baseUrl}${DIGEST_PATHS.digestOff}?token=${offToken}`,
  }
}

function part(title: string, lines: readonly DigestLine[], none: string): readonly string[] {
  const listed = lines.map(({ what, about }) => `- ${[what, ...about].join(' · ')}`)
  return [title, ...(listed.length === 0 ? [none] : listed), '']
}
