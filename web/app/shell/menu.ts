import type { Right } from '../../../server/accounts/sign-in/contract.ts'
import {
  importsAddress,
  mapAddress,
  meetingsAddress,
  needsAddress,
  overviewAddress,
  type Page,
  papersAddress,
  registersAddress,
  releasesAddress,
  reportsAddress,
  requestsAddress,
  reviewsAddress,
  situationAddress,
  walksAddress,
} from '../route.ts'
import { useSite } from '../site-context.ts'
import type { SessionUser } from '../session-calls.ts'

/** A page of the menu. */
export interface MenuLink {
  readonly text: string
  readonly href: string
  /** The pages for which the link stands. */
  readonly pages?: readonly Page[]
  /** Needed for it; absent = none. */
  readonly right?: Right
}

/** The menu of a person: what their work is made of, and what else they may open. */
export interface Menu {
  readonly main: readonly MenuLink[]
  /** Stands in the account's menu. */
  readonly more: readonly MenuLink[]
}

type Name =
  | 'today'
  | 'map'
  | 'place'
  | 'proposals'
  | 'needs'
  | 'reviews'
  | 'meetings'
  | 'commitments'
  | 'places'
  | 'measures'
  | 'goals'
  | 'evaluations'
  | 'walks'
  | 'reports'
  | 'papers'
  | 'requests'
  | 'imports'
  | 'registers'
  | 'releases'
  | 'report'

const MAIN: Readonly<Partial<Record<SessionUser['role'], readonly Name[]>>> = {
  coordinator: ['today', 'meetings', 'places', 'measures', 'map', 'papers'],
  planner: ['map', 'proposals', 'needs', 'reviews'],
  analyst: ['map', 'proposals', 'reviews', 'places', 'papers'],
  partner: ['place', 'report', 'commitments', 'meetings'],
  reader: ['measures', 'goals', 'evaluations'],
  registrar: ['reviews', 'requests'],
}

const MORE: Readonly<Partial<Record<SessionUser['role'], readonly Name[]>>> = {
  coordinator: ['walks', 'reports', 'reviews', 'needs', 'registers', 'releases', 'requests', 'report'],
  planner: ['meetings', 'places', 'walks', 'papers', 'report'],
  analyst: ['imports', 'registers', 'releases', 'meetings', 'needs', 'walks', 'requests', 'report'],
  partner: ['places', 'walks', 'papers'],
  admin: ['registers'],
}

/** The menu of the signed-in person, as far as their rights allow. */
export function useMenu(): Menu {
  const { texts, language, session } = useSite()
  const user = session.user.value
  if (user === null) return { main: [], more: [] }
  const links = linksOf(texts.value.app, language.value, user.role)
  const allowed = (names: readonly Name[] = []) =>
    names.map((name) => links[name]).filter(({ right }) => right === undefined || user.rights.includes(right))
  return { main: allowed(MAIN[user.role]), more: allowed(MORE[user.role]) }
}

type AppTexts = ReturnType<typeof useSite>['texts']['value']['app']

function linksOf(
  app: AppTexts,
  language: string,
  role: SessionUser['role'],
): Readonly<Record<Name, MenuLink>> {
  const withLanguage = (path: string, mark = '?') =>
    language === 'sv' ? path : `${path}${mark}lang=${language}`
  const meetings = meetingsAddress(language)
  return {
    today: { text: app.toToday, href: withLanguage('/'), pages: ['today'] },
    map: {
      text: app.toMap,
      href: role === 'coordinator' ? mapAddress(language) : withLanguage('/'),
      pages: role === 'coordinator' ? ['workspace', 'review'] : ['workspace'],
    },
    place: { text: app.toPlace, href: withLanguage('/'), pages: ['place'] },
    proposals: {
      text: app.toProposals,
      href: withLanguage('/?panel=proposal', '&'),
      right: 'proposals.write',
    },
    needs: { text: app.toNeeds, href: needsAddress(language), pages: ['needs'], right: 'measures.read' },
    reviews: {
      text: app.toReviews,
      href: reviewsAddress(language),
      pages: ['registry', 'review'],
      right: 'reviews.read',
    },
    meetings: {
      text: app.toMeetings,
      href: meetings,
      pages: ['meetings', 'meeting'],
      right: 'meetings.read',
    },
    commitments: { text: app.toCommitments, href: `${meetings}#open-commitments`, right: 'meetings.read' },
    places: {
      text: app.toPlaces,
      href: situationAddress(language),
      pages: ['situation'],
      right: 'measures.read',
    },
    measures: {
      text: app.toMeasures,
      href: overviewAddress(language, 'measures'),
      pages: ['overview'],
      right: 'measures.read',
    },
    goals: { text: app.toGoals, href: overviewAddress(language, 'goals'), right: 'measures.read' },
    evaluations: {
      text: app.toEvaluations,
      href: overviewAddress(language, 'evaluations'),
      right: 'measures.read',
    },
    walks: { text: app.toWalks, href: walksAddress(language), pages: ['walks', 'walk'], right: 'walks.read' },
    reports: {
      text: app.toReports,
      href: reportsAddress(language),
      pages: ['reports'],
      right: 'observations.read',
    },
    imports: {
      text: app.toImports,
      href: importsAddress(language),
      pages: ['imports'],
      right: 'imports.write',
    },
    registers: {
      text: app.toRegisters,
      href: registersAddress(language),
      pages: ['registers'],
      right: 'layers.write',
    },
    releases: {
      text: app.toReleases,
      href: releasesAddress(language),
      pages: ['releases'],
      right: 'releases.read',
    },
    requests: {
      text: app.toRequests,
      href: requestsAddress(language),
      pages: ['requests'],
      right: 'records-requests.read',
    },
    papers: { text: app.toPapers, href: papersAddress(language), pages: ['papers'], right: 'papers.read' },
    report: { text: app.report, href: withLanguage('/report'), right: 'observations.report' },
  }
}
