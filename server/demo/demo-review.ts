import { demoPrincipal } from './demo-principal.ts'
import {
  CLAIMED,
  CONSULTED,
  DECIDED,
  REVIEWED_PERIOD,
  REVIEWED_TITLE,
  STEP_NOTES,
  WEIGHED,
} from './review.ts'
import type { Principal } from '../platform/access/principal.ts'
import { fromLocal, type Zone } from '../engine/time/zone.ts'
import type { DemoStorage } from './demo-storage.ts'
import type { CheckService, Evidence } from '../checks/index.ts'
import {
  createReviewService,
  NEXT_STATES,
  type ReviewCase,
  reviewCase,
  type ReviewService,
  type ReviewServiceDeps,
  type StoredReview,
} from '../reviews/index.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'zone' | 'clock'> &
  Pick<ReviewServiceDeps, 'snapshots' | 'openAsOf' | 'units' | 'needs'> & { readonly checks: CheckService }

/** Time between steps of the review, and before the first, so that it is a month old. */
const BETWEEN_MS = 3 * 86_400_000
const BEFORE_MS = 13 * BETWEEN_MS

/**
 * Takes the demo city's first review through all states to a published document, as its planner and coordinator, by
 * the services, over the weeks before today. Once; continues after an interruption.
 */
export async function seedDemoReview(deps: Deps): Promise<void> {
  const { repositories, snapshots } = deps
  const { snapshot, release } = snapshots.acquire()
  release()
  const proposals = snapshot.layers.features('proposals')
  const proposal = proposals.find(({ properties }) => properties.title === REVIEWED_TITLE)
  if (proposal === undefined) return
  const [first] = await repositories.reviews.listForProposal(proposal.id)
  if (first !== undefined && !(await isInterrupted(first, deps))) return
  const diary = createDiary(deps, first)
  const [planner, coordinator] = [
    await demoPrincipal('planner', repositories.people),
    await demoPrincipal('coordinator', repositories.people),
  ]
  if (planner === null || coordinator === null) return
  const people = { planner, coordinator, caseNumber: proposal.properties.caseNumber }
  const start = first === undefined ? await open(diary, deps.zone, proposal.id, planner) : reviewCase(first)
  const decided = await toDecision(diary, start, people)
  await diary.reviews().publish(decided.id, decided.revision, null, coordinator)
}

/** The services of reviews on the day of the next step. */
interface Diary {
  reviews(): ReviewService
  /** The current day, `yyyy-mm-dd`. */
  today(): string
}

function createDiary({ repositories, clock, ...rest }: Deps, started: StoredReview | undefined): Diary {
  const last = started?.events.at(-1)
  let atMs = last === undefined ? clock.nowMs() - BEFORE_MS : Date.parse(last.at)
  const nowMs = () => atMs
  const reviews = createReviewService({
    ...rest,
    reviews: repositories.reviews,
    releases: repositories.releases,
    clock: { nowMs },
    secondPerson: true,
  })
  return {
    reviews() {
      atMs = Math.min(clock.nowMs(), atMs + BETWEEN_MS)
      return reviews
    },
    today: () => new Date(atMs).toISOString().slice(0, 10),
  }
}

/** Whether a review is the demo's own, identified by its period, and was never published. */
async function isInterrupted(review: StoredReview, { repositories, zone }: Deps): Promise<boolean> {
  if (review.events.some(({ kind }) => kind === 'published')) return false
  const stored = await repositories.reviews.evidence(review.id)
  if (stored === null) return false
  const { query } = (JSON.parse(stored.evidence) as Evidence).provenance
  const { fromMinute, toMinute } = periodOf(zone)
  return Date.parse(query.from) / 60_000 === fromMinute && Date.parse(query.to) / 60_000 === toMinute
}

async function open(diary: Diary, zone: Zone, proposalId: number, planner: Principal): Promise<ReviewCase> {
  const request = { ...periodOf(zone), ringMetres: null, edgeMetres: null }
  return (await diary.reviews().open(proposalId, request, planner)).review
}

/** Writer, second person and case number of the review. */
interface People {
  readonly planner: Principal
  readonly coordinator: Principal
  readonly caseNumber: string | null
}

async function toDecision(diary: Diary, start: ReviewCase, people: People): Promise<ReviewCase> {
  let review = start
  while (review.decision === null) review = await next(diary, review, people)
  return review
}

/** The next step of a review that is not decided. */
async function next(
  diary: Diary,
  review: ReviewCase,
  { planner, coordinator, caseNumber }: People,
): Promise<ReviewCase> {
  const { id, revision, state, consultations, weighing } = review
  const reviews = diary.reviews()
  const party = CONSULTED[consultations.length]
  if (state === 'consultation' && party !== undefined) {
    const askedOn = review.steps.at(-1)!.at.slice(0, 10)
    return reviews.consult(id, revision, { ...party, askedOn, answeredOn: diary.today() }, planner)
  }
  if (state !== 'weighing') {
    const to = NEXT_STATES[state][0]!
    const request = { to, note: STEP_NOTES[to] ?? null }
    return to === 'evidence_locked'
      ? reviews.move(id, revision, { ...request, caseNumber, annex: CLAIMED }, coordinator)
      : reviews.move(id, revision, request, planner)
  }
  return weighing.conditions.length === 0
    ? reviews.weigh(id, revision, WEIGHED, planner)
    : reviews.move(id, revision, DECIDED, planner)
}

function periodOf(zone: Zone): { readonly fromMinute: number; readonly toMinute: number } {
  const midnight = (date: string) => {
    const [year, month, day] = date.split('-').map(Number)
    return fromLocal(zone, year!, month!, day!)
  }
  return { fromMinute: midnight(REVIEWED_PERIOD.from), toMinute: midnight(REVIEWED_PERIOD.to) }
}
