import type { SessionUser } from './session-calls.ts'

/** What an address asks for, before it is known who asks. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'start'; readonly area: string | null }
  | { readonly page: 'sign-in' }
  | { readonly page: 'accessibility' }
  | { readonly page: 'invitation'; readonly token: string }
  | { readonly page: 'work' }
  | { readonly page: 'review'; readonly id: number }

/** The page that is shown. */
export type Page =
  | 'start'
  | 'accessibility'
  | 'sign-in'
  | 'invitation'
  | 'workspace'
  | 'review'
  | 'place'
  | 'administration'

/** Parameters that mean a view of the workspace. */
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

/** The route of an address. The token of an invitation is in the fragment, which no server is told. */
export function readRoute({ search, hash }: Pick<Location, 'search' | 'hash'>): Route {
  const params = new URLSearchParams(search)
  const token = /^#\/?invitation[/=]([\w-]{16,128})$/.exec(hash)?.[1]
  if (token !== undefined) return { page: 'invitation', token }
  const area = params.get('area')
  if (area !== null || params.get('page') === 'start')
    return { page: 'start', area: area === '' ? null : area }
  if (params.get('page') === 'accessibility') return { page: 'accessibility' }
  if (params.get('page') === 'sign-in' || params.has('sign-in-error')) return { page: 'sign-in' }
  const review = /^[1-9]\d{0,8}$/.exec(params.get('review') ?? '')
  if (review !== null) return { page: 'review', id: Number(review[0]) }
  return OF_THE_WORKSPACE.some((name) => params.has(name)) ? { page: 'work' } : { page: 'home' }
}

/** What is shown of a route to a person: an address of the workspace waits behind the sign-in. */
export function pageOf(route: Route, user: Pick<SessionUser, 'role'> | null): Page {
  if (route.page === 'invitation' || route.page === 'start' || route.page === 'accessibility')
    return route.page
  if (user === null) return route.page === 'home' ? 'start' : 'sign-in'
  if (user.role === 'partner') return 'place'
  if (user.role === 'admin') return 'administration'
  return route.page === 'review' ? route.page : 'workspace'
}

/** The address of an area's public page, or of the public start. */
export function startAddress(area: string | null, language: string): string {
  const params = new URLSearchParams(area === null ? { page: 'start' } : { area })
  if (language !== 'sv') params.set('lang', language)
  return `?${params}`
}

/** The address of the accessibility statement. */
export function accessibilityAddress(language: string): string {
  return language === 'sv' ? '/?page=accessibility' : `/?page=accessibility&lang=${language}`
}

/** The address of a review's workspace. */
export function reviewAddress(id: number | string, language: string): string {
  const params = new URLSearchParams({ review: String(id) })
  if (language !== 'sv') params.set('lang', language)
  return `?${params}`
}
