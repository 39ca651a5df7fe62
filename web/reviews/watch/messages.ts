import { createMessages } from '../../i18n/messages.ts'
import { useSite } from '../../app/site-context.ts'
import { watchEn } from './messages-en.ts'
import { type WatchMessages, watchSv } from './messages-sv.ts'

export const watchMessages = createMessages<WatchMessages>({ sv: watchSv, en: watchEn })

/** The messages of the watch in the reader's language. */
export function useWatchMessages(): WatchMessages {
  return watchMessages[useSite().language.value]
}
