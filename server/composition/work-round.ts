import { createMembershipOf, createPrincipalOfAccount, type PeopleRepository } from '../accounts/index.ts'
import {
  type CalendarFeedRepository,
  type CalendarFeeds,
  type CommitmentService,
  createCalendarFeeds,
  createCommitmentService,
  createMeetingService,
  createMinutesMails,
  type MeetingService,
  type MinutesMailRepository,
  type MinutesMails,
} from '../meetings/index.ts'
import {
  createCountObservations,
  createObservationService,
  createReportAreas,
  createReportLinkService,
  createWeekPictures,
  type ObservationRepository,
  type ObservationService,
  type PictureWeek,
  type ReportAreas,
  type ReportLinkRepository,
  type ReportLinkService,
} from '../observations/index.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import { createKnownFigures, type EvidenceDeps } from '../evidence/index.ts'
import type { ReleaseRepository } from '../releases/index.ts'
import { createGlossaryService, type GlossaryRepository, type GlossaryService } from '../glossary/index.ts'
import { createDigestService, type DigestRepository, type DigestService } from '../digests/index.ts'
import { createNeedService, type NeedService } from '../needs/index.ts'
import type { PaperTemplate } from '../papers/index.ts'
import { createFreezeFigures, type PictureDeps } from '../situation-pictures/index.ts'
import type { SurveyRepository } from '../surveys/index.ts'
import {
  createWorkService,
  type OrganisationNamed,
  type WorkRepository,
  type WorkService,
} from '../work/index.ts'

/** The services of work around places: meetings, work and follow-up. */
export interface WorkRound extends PictureDeps, Omit<EvidenceDeps, 'staffEvidence'> {
  readonly meetings: MeetingService
  readonly commitments: CommitmentService
  readonly calendars: CalendarFeeds
  readonly mails: MinutesMails
  readonly log: Log
  readonly observations: ObservationService
  readonly reportLinks: ReportLinkService
  readonly reportAreas: ReportAreas
  readonly pictureWeek: PictureWeek
  readonly work: WorkService
  readonly needs: NeedService
  readonly glossary: GlossaryService
  readonly digests: DigestService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  /** Name of a place or district; null for other ids. */
  readonly areaName: (id: number) => string | null
  readonly areaKind: (id: number) => 'place' | 'district' | null
  readonly organisationNamed: OrganisationNamed
  readonly clock: Clock
  /** See `PAPER_TEMPLATE`; null = our headings. */
  readonly paperTemplate: PaperTemplate | null
  /** An area itself and, of a district, the places that lie in it. */
  readonly areasWithin: (id: number) => readonly number[]
}

interface Deps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly repositories: {
    readonly work: WorkRepository
    readonly glossary: GlossaryRepository
    readonly digests: DigestRepository
    readonly calendarFeeds: CalendarFeedRepository
    readonly minutesMail: MinutesMailRepository
    readonly people: PeopleRepository
    readonly observations: ObservationRepository
    readonly reportLinks: ReportLinkRepository
    readonly releases: Pick<ReleaseRepository, 'publishedOfPlace' | 'summaries' | 'find'>
    readonly surveys: Pick<SurveyRepository, 'list'>
  }
  readonly projection: Projection
  readonly zone: Zone
  readonly clock: Clock
  readonly log: Log
  /** Null where no mail server is set up. */
  readonly mailer: Mailer | null
  readonly publicUrl: string | null
  readonly paperTemplate?: PaperTemplate | null
}

/** Creates the services of work around places. */
export function createWorkRound(deps: Deps): WorkRound {
  const { snapshots, repositories, projection, zone, clock, log, mailer } = deps
  const areas = createReportAreas({ snapshots, projection })
  const isWorkedArea = (id: number) => areas.find(id) !== null
  const work = createWorkService({
    repository: repositories.work,
    clock,
    isWorkedArea,
    within: areas.within,
  })
  const today = () => formatLocal(Math.floor(clock.nowMs() / 60_000), zone).slice(0, 10)
  const { observations, people } = repositories
  const figuresOf = createKnownFigures({ ...repositories, areas })
  const links = createReportLinkService({ links: repositories.reportLinks, areas, clock })
  const principalOf = createPrincipalOfAccount({ people, membershipOf: createMembershipOf(clock, zone) })
  const areaName = (id: number) => areas.find(id)?.name ?? null
  const organisationNamed: OrganisationNamed = async (name) => {
    const said = name.trim().toLocaleLowerCase('sv')
    return (
      (await people.organisations()).find(
        (organisation) => organisation.name.toLocaleLowerCase('sv') === said,
      ) ?? null
    )
  }
  const baseUrl = deps.publicUrl?.replace(/\/+$/, '') ?? ''
  const commitments = createCommitmentService({ work, today, organisationNamed })
  const observed = createObservationService({ observations, links, areas, projection, clock })
  const organisationName = async (id: number) =>
    (await people.organisations()).find((known) => known.id === id)?.name ?? null
  const mailing = { people, principalOf, work, mailer, baseUrl, areaName, clock, log }
  return {
    work,
    log,
    mails: createMinutesMails({ ...mailing, minutesMail: repositories.minutesMail }),
    today,
    meetings: createMeetingService({ work, today }),
    commitments,
    digests: createDigestService({
      ...mailing,
      digests: repositories.digests,
      commitments,
      observations: observed,
      organisationName,
      today,
      zone,
    }),
    calendars: createCalendarFeeds({ ...repositories, principalOf, clock }),
    observations: observed,
    reportLinks: links,
    reportAreas: areas,
    pictureWeek: createWeekPictures({ observations, areas, zone }),
    figuresOf,
    glossary: createGlossaryService({ glossary: repositories.glossary, clock }),
    needs: createNeedService({ work, snapshots, projection }),
    countObservations: createCountObservations({ observations, areas, zone }),
    freezeFigures: createFreezeFigures(figuresOf, clock),
    organisationName,
    areaName,
    areaKind: (id) => areas.find(id)?.kind ?? null,
    organisationNamed,
    clock,
    paperTemplate: deps.paperTemplate ?? null,
    areasWithin: areas.within,
  }
}
