import type { IncomingMessage } from 'node:http'
import { html } from '../pages/html.ts'
import { pageFrame } from '../pages/page-frame.ts'
import type { EndpointResponse } from './endpoint-response.ts'

type Language = 'sv' | 'en'
/** What a person needs to know of a refusal: sign in, look elsewhere, or wait. */
type Why = 'signedOut' | 'absent' | 'later'

interface RefusalMessages {
  readonly title: string
  readonly text: string
}

const MESSAGES: Readonly<Record<Language, Readonly<Record<Why, RefusalMessages>>>> = {
  sv: {
    signedOut: {
      title: 'Logga in först',
      text: 'Sidan läses av inloggade. Logga in och öppna sedan länken igen.',
    },
    absent: {
      title: 'Sidan finns inte',
      text: 'Adressen kan vara felskriven, eller så är det som fanns här borttaget eller inte till för ditt konto.',
    },
    later: { title: 'Sidan kan inte visas just nu', text: 'Vänta en stund och försök igen.' },
  },
  en: {
    signedOut: {
      title: 'Sign in first',
      text: 'This page is for those who have signed in. Sign in, and then open the link again.',
    },
    absent: {
      title: 'There is no such page',
      text: 'The address may be misspelt, or what was here is gone or not meant for your account.',
    },
    later: { title: 'The page cannot be shown right now', text: 'Wait a while and try again.' },
  },
}

const LINKS: Readonly<Record<Language, Readonly<Record<'signIn' | 'start', string>>>> = {
  sv: { signIn: 'Logga in', start: 'Till startsidan' },
  en: { signIn: 'Sign in', start: 'To the start page' },
}

/** Paths for programs, which get problem+json whatever they accept. */
const FOR_PROGRAMS = /^\/(api|tiles|public|metrics|healthz|readyz)(\/|$)/

/** Whether a browser navigates to a page. */
export function wantsPage({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true && !FOR_PROGRAMS.test(pathOf(url))
}

/** The page shown for a refusal; in Swedish unless the address has `lang=en`. */
export function refusalPage(
  { url = '' }: IncomingMessage,
  { status, headers }: EndpointResponse,
): EndpointResponse {
  const language = new URLSearchParams(url.split('?')[1]).get('lang') === 'en' ? 'en' : 'sv'
  const why = reasonOf(status)
  const { title, text } = MESSAGES[language][why]
  const { signIn, start } = LINKS[language]
  const suffix = language === 'sv' ? '' : '&lang=en'
  const link = (address: string, text: string) => html`<p><a href="${address}${suffix}">${text}</a></p>`
  const page = pageFrame({
    language,
    title,
    body: html`<p class="product">Lägesbild</p><h1>${title}</h1><p>${text}</p>${why === 'signedOut' ? link('/?page=sign-in', signIn) : null}${link('/?page=start', start)}`,
  })
  return {
    status,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': language },
    body: { kind: 'bytes', bytes: Buffer.from(page) },
  }
}

function reasonOf(status: number): Why {
  if (status === 401) return 'signedOut'
  return status < 500 && status !== 429 ? 'absent' : 'later'
}

function pathOf(url: string): string {
  return url.split('?')[0]!.toLowerCase()
}
