import { isToken, linkHash, newToken } from '../../accounts/index.ts'
import { DomainError, notFound } from '../../engine/errors.ts'
import { actorReference, type Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { noSuchArea } from '../../work/index.ts'
import type { ReportLink, Step } from '../observation.ts'
import type { ReportAreas } from '../report-areas.ts'
import type { ReportLinkRepository } from '../repository.ts'

export interface NewReportLink {
  readonly areaId: number
  readonly organisationId: number | null
  readonly label: string
}

/** Links by which one reports about an area without an account. */
export interface ReportLinkService {
  /** The link with its token, which is told this once. @throws DomainError `conflict` for an area that is none */
  make(
    principal: Principal,
    link: NewReportLink,
  ): Promise<{ readonly link: ReportLink; readonly token: string }>
  /** The newest first. */
  list(): Promise<readonly ReportLink[]>
  /** @throws DomainError `not-found` */
  revoke(principal: Principal, id: number): Promise<ReportLink>
  /** @throws DomainError `not-found` for a token that is none, `gone` for one that was revoked or whose area is no more */
  open(token: string): Promise<ReportLink>
}

interface Deps {
  readonly links: ReportLinkRepository
  readonly areas: ReportAreas
  readonly clock: Clock
}

const MAX_LINKS = 1000

/** The service of links to report by. */
export function createReportLinkService({ links, areas, clock }: Deps): ReportLinkService {
  return {
    async make(principal, link) {
      if (areas.find(link.areaId) === null) throw noSuchArea(link.areaId)
      const token = newToken()
      const made = stepOf(principal, clock)
      return { link: await links.insert({ ...link, made }, linkHash(token)), token }
    },
    list: () => links.list(MAX_LINKS),
    async revoke(principal, id) {
      const link = await links.revoke(id, stepOf(principal, clock))
      if (link === null) throw notFound('link', id)
      return link
    },
    async open(token) {
      const link = isToken(token) ? await links.findByHash(linkHash(token)) : null
      if (link === null) throw new DomainError('not-found', 'There is no such link: it was not copied whole.')
      if (link.revokedAt !== null) throw new DomainError('gone', 'This link was revoked by the city.')
      if (areas.find(link.areaId) === null)
        throw new DomainError('gone', 'The place of this link is no more.')
      return link
    },
  }
}

/** Who does something now. */
export function stepOf({ actor }: Principal, clock: Clock): Step {
  const name = 'name' in actor ? actor.name : null
  return { at: new Date(clock.nowMs()).toISOString(), by: actorReference(actor), name }
}
