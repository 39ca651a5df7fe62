import type { SessionUser } from './session-calls.ts'

/** Pages whose address says nothing but which they are. */
const PLAIN_PAGES = [
  'overview',
  'meetings',
  'walks',
  'needs',
  'requests',
  'imports',
  'registers',
  'releases',
  'reviews',
  'sources',
] as const
type PlainPage = (typeof PLAIN_PAGES)[number]

/** The route of an address, whoever the person is. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: PlainPage }
  | { readonly page: 'start'; readonly area: string | null }
  | { readonly page: 'sign-in' }
  | { readonly page: 'accessibility' }
  | { readonly page: 'glossary' }
  | { readonly page: 'digest'; readonly token: string | null }
  | { readonly page: 'invitation'; readonly token: string }
  | { readonly page: 'work' }
  | { readonly page: 'review'; readonly id: number }
  | { readonly page: 'meeting'; readonly id: number }
  | { readonly page: 'walk'; readonly id: number }
  | { readonly page: 'reports'; readonly areaId: number | null }
  | { readonly page: 'situation'; readonly areaId: number | null }
  | { readonly page: 'papers'; readonly areaId: number | null }

/** The page that is shown. */
export type Page =
  | Exclude<PlainPage, 'reviews'>
  | 'start'
  | 'accessibility'
  | 'glossary'
  | 'digest'
  | 'sign-in'
  | 'invitation'
  | 'workspace'
  | 'review'
  | 'place'
  | 'meeting'
  | 'walk'
  | 'reports'
  | 'situation'
  | 'papers'
  | 'today'
  | 'registry'
  | 'reporter'
  | 'administration'

/** Pages of the work round places, for everybody who is signed in but admins. */
const WORK_PAGES: readonly Route['page'][] = [
  'meetings',
  'meeting',
  'walks',
  'walk',
  'situation',
  'papers',
  'needs',
  'overview',
]

/** Parameters of a workspace view. */
const OF_THE_WORKSPACE = [
  'panel',
  'group',
  'category',
  'at',
  'selected',
  'layers',
  'classes',
  'period',
  'from',
]

/** The route of an address. The token of an invitation is in the fragment, which browsers do not send. */
export function readRoute({ search, hash }: Pick<Location, 'search' | 'hash'>): Route {
  const params = new URLSearchParams(search)
  const token = /^#\/?invitation[/=]([\w-]{16,128})$/.exec(hash)?.[1]
  if (token !== undefined) return { page: 'invitation', token }
  const area = params.get('area')
  if (area !== null || params.get('page') === 'start')
    return { page: 'start', area: area === '' ? null : area }
  if (params.get('page') === 'accessibility') return { page: 'accessibility' }
  if (params.get('page') === 'glossary') return { page: 'glossary' }
  if (params.get('page') === 'digest')
    return { page: 'digest', token: /^#([\w-]{43})$/.exec(hash)?.[1] ?? null }
  if (params.get('page') === 'sign-in' || params.has('sign-in-error')) return { page: 'sign-in' }
  const review = /^[1-9]\d{0,8}$/.exec(params.get('review') ?? '')
  if (review !== null) return { page: 'review', id: Number(review[0]) }
  const plain = PLAIN_PAGES.find((page) => page === params.get('page'))
  if (plain !== undefined) return { page: plain }
  if (params.get('page') === 'map') return { page: 'work' }
  const meeting = /^[1-9]\d{0,8}$/.exec(params.get('meeting') ?? '')
  if (meeting !== null) return { page: 'meeting', id: Number(meeting[0]) }
  const walk = /^[1-9]\d{0,8}$/.exec(params.get('walk') ?? '')
  if (walk !== null) return { page: 'walk', id: Number(walk[0]) }
  const place = /^[1-9]\d{0,8}$/.exec(params.get('place') ?? '')
  const page = params.get('page')
  if (page === 'reports' || page === 'situation' || page === 'papers')
    return { page, areaId: place === null ? null : Number(place[0]) }
  return OF_THE_WORKSPACE.some((name) => params.has(name)) ? { page: 'work' } : { page: 'home' }
}

/** The page of roles that have one. */
const ONLY_PAGE: Readonly<Partial<Record<SessionUser['role'], Page>>> = {
  admin: 'administration',
  reader: 'overview',
  registrar: 'registry',
  reporter: 'reporter',
}

/** Roles that prepare and decide requests for public records. */
const HANDLE_REQUESTS: readonly SessionUser['role'][] = ['coordinator', 'analyst', 'registrar']

/** Roles that prepare and approve releases. */
const PUBLISH: readonly SessionUser['role'][] = ['coordinator', 'analyst']

/** Roles that change cameras, areas of guards and focus areas. */
const KEEP_REGISTERS: readonly SessionUser['role'][] = ['coordinator', 'analyst', 'admin']

type ForEverybody = 'invitation' | 'start' | 'accessibility' | 'glossary'
const FOR_EVERYBODY: readonly Route['page'][] = ['invitation', 'start', 'accessibility', 'glossary']

function isForEverybody(route: Route): route is Extract<Route, { readonly page: ForEverybody }> {
  return FOR_EVERYBODY.includes(route.page)
}

/** The page of a route for a person: a workspace address leads to sign-in first. */
export function pageOf(route: Route, user: Pick<SessionUser, 'role'> | null): Page {
  if (isForEverybody(route)) return route.page
  if (route.page === 'digest' && (user !== null || route.token !== null)) return route.page
  if (user === null) return route.page === 'home' ? 'start' : 'sign-in'
  if (route.page === 'requests' && HANDLE_REQUESTS.includes(user.role)) return route.page
  if (route.page === 'registers' && KEEP_REGISTERS.includes(user.role)) return route.page
  const only = ONLY_PAGE[user.role]
  if (only !== undefined) return only
  if (WORK_PAGES.includes(route.page)) return route.page as Page
  if (route.page === 'reports' && user.role === 'coordinator') return route.page
  if ((route.page === 'sources' || route.page === 'imports') && user.role === 'analyst') return route.page
  if (route.page === 'releases' && PUBLISH.includes(user.role)) return route.page
  if (user.role === 'partner') return 'place'
  if (route.page === 'reviews') return 'registry'
  if (user.role === 'coordinator' && route.page === 'home') return 'today'
  return route.page === 'review' ? route.page : 'workspace'
}

/** The address of an area's public page, or of the public start. */
export function startAddress(area: string | null, language: string): string {
  const params = new URLSearchParams(area === null ? { page: 'start' } : { area })
  if (language !== 'sv') params.set('lang', language)
  return `?${params}`
}

/** The address of the accessibility statement. */
export const accessibilityAddress = (language: string) => plainAddress('accessibility', language)

/** The address of the glossary. @param key of the entry that is shown first */
export function glossaryAddress(language: string, key: string | null = null): string {
  const page = language === 'sv' ? '/?page=glossary' : `/?page=glossary&lang=${language}`
  return key === null ? page : `${page}#${key}`
}

/** The address at which the weekly letter is chosen. */
export const digestAddress = (language: string) => plainAddress('digest', language)

/** The address of a review's workspace. */
export function reviewAddress(id: number | string, language: string): string {
  const params = new URLSearchParams({ review: String(id) })
  if (language !== 'sv') params.set('lang', language)
  return `?${params}`
}

/** The address of all meetings. */
export const meetingsAddress = (language: string) => plainAddress('meetings', language)

/** The address of one meeting. */
export function meetingAddress(id: number, language: string): string {
  return language === 'sv' ? `/?meeting=${id}` : `/?meeting=${id}&lang=${language}`
}

/** The address of all safety walks. */
export const walksAddress = (language: string) => plainAddress('walks', language)

/** The address of one safety walk. */
export function walkAddress(id: number, language: string): string {
  return language === 'sv' ? `/?walk=${id}` : `/?walk=${id}&lang=${language}`
}

/** The address of the observations to work through. @param areaId those of one place or district */
export function reportsAddress(language: string, areaId: number | null = null): string {
  return ofArea('reports', language, areaId)
}

function plainAddress(page: PlainPage | 'accessibility' | 'digest' | 'map', language: string): string {
  return language === 'sv' ? `/?page=${page}` : `/?page=${page}&lang=${language}`
}

/** The address at which an analyst sees who may read which source. */
export const sourcesAddress = (language: string) => plainAddress('sources', language)

/** The address of the local needs of all places. */
export const needsAddress = (language: string) => plainAddress('needs', language)

/** The address at which an analyst takes files of incidents in. */
export const importsAddress = (language: string) => plainAddress('imports', language)

/** The address at which cameras, areas of guards and focus areas are edited on the map. */
export const registersAddress = (language: string) => plainAddress('registers', language)

/** The address at which releases are prepared, approved, published and withdrawn. */
export const releasesAddress = (language: string) => plainAddress('releases', language)

/** The address of requests for public records. */
export const requestsAddress = (language: string) => plainAddress('requests', language)

/** The address of the reviews that staff work on, and of what is published. */
export const reviewsAddress = (language: string) => plainAddress('reviews', language)

/** The address of the papers. @param areaId of one place or district */
export function papersAddress(language: string, areaId: number | null = null): string {
  return ofArea('papers', language, areaId)
}

/** The address of the work round places. @param areaId of one place or district */
export function situationAddress(language: string, areaId: number | null = null): string {
  return ofArea('situation', language, areaId)
}

function ofArea(page: 'papers' | 'reports' | 'situation', language: string, areaId: number | null): string {
  const params = new URLSearchParams({ page })
  if (areaId !== null) params.set('place', String(areaId))
  if (language !== 'sv') params.set('lang', language)
  return `/?${params}`
}

/** The address of the map, for whom the first page is another. */
export const mapAddress = (language: string) => plainAddress('map', language)

/** The address of measures, goals and follow-ups. @param part the section that is shown first */
export function overviewAddress(language: string, part: 'measures' | 'goals' | 'evaluations'): string {
  return language === 'sv' ? `/?page=overview#${part}` : `/?page=overview&lang=${language}#${part}`
}
