import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Messages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Site } from './site.ts'

export const SiteContext = createContext<Site | null>(null)

/** The site of the component. */
export function useSite(): Site {
  const site = useContext(SiteContext)
  if (site === null) throw new Error('A component was rendered outside the site.')
  return site
}

/** The shared messages in the chosen language; rerenders when it changes. */
export function useTexts(): Texts {
  return useSite().texts.value
}

/** The messages of one module in the chosen language, with the shared ones. */
export function useMessages<W>(messages: Messages<W>): Texts & W {
  return messages.inLanguageOf(useTexts())
}
