import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Messages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Site } from './site.ts'

export const SiteContext = createContext<Site | null>(null)

/** The site that the component lives in. */
export function useSite(): Site {
  const site = useContext(SiteContext)
  if (site === null) throw new Error('A component was rendered outside the site.')
  return site
}

/** The words of the chosen language; the component is drawn again when it changes. */
export function useTexts(): Texts {
  return useSite().texts.value
}

/** The words of one module in the chosen language, beside the shared ones. */
export function useMessages<W>(messages: Messages<W>): Texts & W {
  return messages.inLanguageOf(useTexts())
}
