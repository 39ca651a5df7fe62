import Negotiator from 'negotiator'
import type { Language } from '../../engine/texts.ts'

/** The language that a request prefers, of those that we speak; English where it says nothing of either. */
export function preferredLanguage({
  'accept-language': accepted,
}: {
  readonly 'accept-language'?: string | undefined
}): Language {
  const headers = { 'accept-language': accepted }
  return new Negotiator({ headers }).language(['en', 'sv']) === 'sv' ? 'sv' : 'en'
}
