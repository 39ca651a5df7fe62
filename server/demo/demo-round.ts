import type { Polygon } from 'geojson'
import type { EvaluationService } from '../evaluations/index.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { WorkAudience, WorkKind, WorkService } from '../work/index.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { DEMO_ORIGIN } from './origin.ts'
import { demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { PLANTED_SPOTS } from './incidents/planted.ts'
import type { DemoRound } from './demo-round-type.ts'
import { DEMO_ROUNDS } from './round.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'projection' | 'log'> & {
  readonly work: WorkService
  readonly evaluations: EvaluationService
}

const CORNERS = 24
const RADIUS_METRES = 195

const DECISION = {
  name: 'Stadsdelsnämnden',
  decidedOn: '2025-02-20',
  section: 11,
  caseNumber: 'Dnr EXS 2025-00318',
}

/**
 * Works five places of the demo city through, as its coordinator would: the problem, why it is there, what is to be reached
 * and done, and what came of it, computed and marked for the city's page. Once: a place that has a measure is left alone.
 */
export async function seedDemoRounds(deps: Deps): Promise<void> {
  const { repositories, projection, work, log } = deps
  const worked = await repositories.work.list({ kind: 'measure' }, 1000)
  const coordinator = await demoPrincipal('coordinator', repositories.people)
  if (coordinator === null) return
  const areas = await repositories.features.readAreas()
  for (const round of DEMO_ROUNDS) {
    const area = areas.find(
      ({ properties }) => properties.kind === 'place' && properties.name === round.place,
    )
    if (area === undefined || worked.some(({ areaId }) => areaId === area.id)) continue
    const write = writer(work, coordinator, area.id)
    const measureId = await writeChain(write, round, diskAt(round.measure.spot, projection))
    await evaluate(deps, coordinator, measureId, round).catch((error: unknown) =>
      log.warn({ err: error }, 'a measure of the demo city could not be evaluated'),
    )
  }
}

type Writer = (kind: WorkKind, state: string, content: object, more?: Belonging) => Promise<number>

interface Belonging {
  readonly partOf?: number | null
  readonly audience?: WorkAudience
}

function writer(work: WorkService, coordinator: Principal, areaId: number): Writer {
  return async (kind, state, content, { partOf = null, audience = 'parties' }: Belonging = {}) => {
    const insert = { kind, areaId, audience, state, dueOn: null, content, partOf } as const
    const [stored] = await work.write(coordinator, [{ insert }])
    return stored!.id
  }
}

/** The problem with its causes, goal and measure. @returns the id of the measure */
async function writeChain(
  write: Writer,
  { problem, causes, goal, measure }: DemoRound,
  geometry: Polygon | null,
): Promise<number> {
  const problemId = await write('problem', 'open', { ...problem, evidence: [] })
  let parentId: number | null = null
  const causeIds: number[] = []
  for (const { state, evidence, contradictedBy = null, ...cause } of causes) {
    const isRoot = state === 'contradicted'
    const content = { ...cause, contradictedBy, evidence: [], parentId: isRoot ? null : parentId }
    parentId = await write('cause', state, content, { partOf: problemId })
    causeIds.push(parentId)
    if (evidence !== undefined)
      await write('evidence', 'attached', documented(evidence), { partOf: parentId })
  }
  const counted = { indicatorKind: 'released', unit: null, ils: null }
  const goalId = await write('goal', 'open', { ...goal, ...counted }, { partOf: problemId })
  const { state, amountSek, money, spot: _, shown, ...known } = measure
  return write(
    'measure',
    state,
    {
      ...known,
      parties: [],
      causeIds,
      goalIds: [goalId],
      targetGroup: null,
      geometry,
      money: { amountSek, kind: 'investment', source: 'safety_fund', state: money, runningSekYearly: null },
      decision: state === 'proposed' ? null : DECISION,
      cancelledBecause: null,
    },
    { partOf: problemId, audience: shown ? 'public' : 'parties' },
  )
}

/** A disk of 12 ha round a planted spot, which parks and stairs are smaller than. */
function diskAt(spot: string | undefined, { toWgs84 }: Projection): Polygon | null {
  const planted = PLANTED_SPOTS.find(({ id }) => id === spot)
  if (planted === undefined) return null
  const ring = Array.from({ length: CORNERS + 1 }, (_, k) => {
    const angle = (2 * Math.PI * (k % CORNERS)) / CORNERS
    const [east, north] = [
      planted.at[0] + RADIUS_METRES * Math.cos(angle),
      planted.at[1] + RADIUS_METRES * Math.sin(angle),
    ]
    return [...toWgs84(DEMO_ORIGIN[0] + east, DEMO_ORIGIN[1] + north)]
  })
  return { type: 'Polygon', coordinates: [ring] }
}

/** Evidence that is a document, as the call that attaches it stores it. */
function documented(address: string) {
  const frozen = { value: null, hidden: null, margin: null, source: null, version: DECISION.decidedOn }
  return { pointer: { kind: 'document', address }, text: null, frozen }
}

async function evaluate(
  { evaluations }: Deps,
  coordinator: Principal,
  measureId: number,
  { evaluation, measure }: DemoRound,
): Promise<void> {
  if (evaluation === null) return
  const { group, carriedOutBy, learnt, state } = evaluation
  const stored = await evaluations.create(coordinator, measureId, { group, carriedOutBy })
  const audience = measure.shown ? 'public' : 'parties'
  await evaluations.change(coordinator, stored.id, stored.revision, { learnt, state, audience })
}
