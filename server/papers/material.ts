import { DomainError } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { ConsultationContent } from '../board-cases/index.ts'
import type { BoardReportResponse } from '../board-reports/index.ts'
import type { AgreementContent, PromiseContent } from '../agreements/index.ts'
import type { EvidenceContent } from '../evidence/index.ts'
import type { PictureContent } from '../situation-pictures/index.ts'
import type { EvaluationContent } from '../evaluations/index.ts'
import type { CauseContent, GoalContent, MeasureContent, ProblemContent } from '../measures/index.ts'
import type { Commitment, CommitmentService, Meeting } from '../meetings/index.ts'
import type { ReportAreas } from '../observations/index.ts'
import type { WorkAudience, WorkItem, WorkKind, WorkService } from '../work/index.ts'

/** For whom a paper is, and of what. */
interface PaperRequest {
  readonly areaId: number
  /** What is for fewer than these is left out. */
  readonly audience: WorkAudience
}

/** What a paper of an area is made from: what the caller may read and its audience may see. */
export interface PaperMaterial {
  readonly area: { readonly id: number; readonly name: string }
  readonly audience: WorkAudience
  /** The city's calendar day, `2026-03-12`. */
  readonly today: string
  /** Handed in by parties, or agreed by all: drafts are no part of a paper. */
  readonly pictures: readonly WorkItem<PictureContent>[]
  readonly evidence: readonly WorkItem<EvidenceContent>[]
  readonly agreements: readonly WorkItem<AgreementContent>[]
  readonly promises: readonly WorkItem<PromiseContent>[]
  readonly consultations: readonly WorkItem<ConsultationContent>[]
  readonly problems: readonly WorkItem<ProblemContent>[]
  readonly causes: readonly WorkItem<CauseContent>[]
  readonly goals: readonly WorkItem<GoalContent>[]
  readonly measures: readonly WorkItem<MeasureContent>[]
  readonly evaluations: readonly WorkItem<EvaluationContent>[]
  readonly commitments: readonly Commitment[]
  readonly meetings: readonly Meeting[]
  readonly reports: readonly WorkItem<BoardReportContent>[]
  /** How many items are left out because they are for others. */
  readonly leftOut: number
}

export type BoardReportContent = Pick<BoardReportResponse, 'occasion' | 'year' | 'board' | 'entries'>

export interface MaterialDeps {
  readonly work: WorkService
  readonly commitments: Pick<CommitmentService, 'list'>
  readonly today: () => string
  readonly reportAreas: Pick<ReportAreas, 'find' | 'isOpen' | 'within'>
}

const FINAL = ['agreed', 'handed-in']
const isDecided = ({ state }: Pick<WorkItem, 'state'>) => state !== 'proposed'
const RANK: Readonly<Record<WorkAudience, number>> = { authorities: 0, parties: 1, public: 2 }

/** Whether an item is for everybody of an audience. */
export function isForAll(item: { readonly audience: WorkAudience }, audience: WorkAudience): boolean {
  return RANK[item.audience] >= RANK[audience]
}

/** Gathers what a paper is made from. @throws DomainError `not-found` for what is no place or district of the caller's */
export async function gatherMaterial(
  deps: MaterialDeps,
  principal: Principal,
  { areaId, audience }: PaperRequest,
): Promise<PaperMaterial> {
  const area = deps.reportAreas.find(areaId)
  if (area === null || !deps.reportAreas.isOpen(principal.audience, areaId))
    throw new DomainError('not-found', 'area: there is no place or district of yours with this id')
  const areaIds = deps.reportAreas.within(areaId)
  let leftOut = 0
  const shown = <T extends { readonly audience: WorkAudience }>(items: readonly T[]): readonly T[] => {
    const kept = items.filter((item) => isForAll(item, audience))
    leftOut += items.length - kept.length
    return kept
  }
  const of = async <C>(kind: WorkKind) =>
    shown((await deps.work.list(principal, { kind, areaIds })) as readonly WorkItem<C>[])
  const commitments = await Promise.all(areaIds.map((id) => deps.commitments.list(principal, id)))
  return {
    area: { id: areaId, name: area.name },
    audience,
    today: deps.today(),
    pictures: (await of<PictureContent>('situation-picture')).filter(({ state }) => FINAL.includes(state)),
    evidence: await of<EvidenceContent>('evidence'),
    agreements: (await of<AgreementContent>('agreement')).filter(isDecided),
    promises: (await of<PromiseContent>('promise')).filter(isDecided),
    consultations: await of<ConsultationContent>('consultation'),
    problems: await of<ProblemContent>('problem'),
    causes: await of<CauseContent>('cause'),
    goals: await of<GoalContent>('goal'),
    measures: await of<MeasureContent>('measure'),
    evaluations: await of<EvaluationContent>('evaluation'),
    commitments: shown(commitments.flat()),
    meetings: await of<Meeting['content']>('meeting'),
    reports: await of<BoardReportContent>('board-report'),
    get leftOut() {
      return leftOut
    },
  }
}
