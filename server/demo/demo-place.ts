import { agreementContract, agreementRoutes } from '../agreements/index.ts'
import {
  type EvidenceDeps,
  evidenceContract,
  evidenceRoutes,
  type ReleasedFigure,
} from '../evidence/index.ts'
import { needContract, needRoutes, type NeedService } from '../needs/index.ts'
import type { ReportAreas } from '../observations/index.ts'
import type { Principal } from '../platform/access/principal.ts'
import { pictureContract, type PictureDeps, pictureRoutes } from '../situation-pictures/index.ts'
import type { WorkService } from '../work/index.ts'
import { demoPartner, demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { createOrdinaryCall, type OrdinaryCall } from './ordinary-call.ts'
import {
  AGREED,
  DISTRICT_AGREEMENT,
  AGREEMENT,
  EVIDENCE_TEXTS,
  JOINT_PICTURE,
  NEEDS,
  PARTNERS_LINE,
  PARTNERS_PICTURE,
  PROMISE,
} from './place-work.ts'
import { REVIEWED_TITLE } from './review.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'projection'> &
  PictureDeps &
  EvidenceDeps & {
    readonly work: WorkService
    readonly needs: NeedService
    readonly reportAreas: ReportAreas
    readonly areaName: (id: number) => string | null
    readonly areaKind: (id: number) => 'place' | 'district' | null
  }

const DAY_MS = 86_400_000

/**
 * Writes what the parties of the partner's place know, agree and need, by the calls that people make: a party's
 * picture and the joint one, evidence, an agreement that is about to end, a promise and two needs. Once.
 */
export async function seedDemoPlace(deps: Deps): Promise<void> {
  const { repositories, reportAreas } = deps
  const [first] = await repositories.work.list({ kind: 'situation-picture' }, 1)
  const coordinator = await demoPrincipal('coordinator', repositories.people)
  const partner = await demoPartner(repositories.people)
  const areaId = partner?.audience.placeIds[0]
  if (first !== undefined || coordinator === null || partner === null || areaId === undefined) return
  const call = createOrdinaryCall([
    ...pictureRoutes(deps),
    ...evidenceRoutes(deps),
    ...needRoutes(deps),
    ...agreementRoutes(deps),
  ])
  const scene = { call, coordinator, partner, areaId, today: deps.today() }
  await attachEvidence(deps, scene)
  await agree(scene, reportAreas.districtsOf(areaId)[0] ?? areaId)
  await writeNeeds(deps, scene)
  await writePictures(scene)
}

interface Scene {
  readonly call: OrdinaryCall
  readonly coordinator: Principal
  readonly partner: Principal
  /** The partner's place. */
  readonly areaId: number
  readonly today: string
}

async function writePictures({ call, coordinator, partner, areaId, today }: Scene): Promise<void> {
  const { situationPictures: pictures, pictureLines: lines } = pictureContract
  const period = { areaId, periodFrom: shifted(today, -90), periodTo: shifted(today, -1) }
  const joint = await call(pictures.create, coordinator, { ...period, ...JOINT_PICTURE })
  await call(lines.create, partner, { areaId, partOf: joint.id, ...PARTNERS_LINE })
  await call(lines.create, partner, { areaId, partOf: joint.id })
  await call(pictures.change, coordinator, { state: 'agreed' }, joint)
  const own = await call(pictures.create, partner, { ...period, state: 'draft', ...PARTNERS_PICTURE })
  await call(pictures.change, partner, { state: 'handed-in' }, own)
}

/** Points from the place's problem at a released figure, a survey and what was reported. */
async function attachEvidence(deps: Deps, { call, coordinator, areaId, today }: Scene): Promise<void> {
  const [problem] = await deps.work.list(coordinator, { kind: 'problem', areaIds: [areaId] })
  if (problem === undefined) return
  const { released, surveys } = await deps.figuresOf(areaId)
  const isOfGroup = ({ group }: ReleasedFigure) => group === 'property'
  const figure =
    released.find((candidate) => isOfGroup(candidate) && typeof candidate.count === 'number') ??
    released.find(isOfGroup)
  const share = surveys.find(({ group }) => group === 'women') ?? surveys[0]
  const monday = shifted(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  const weeks = { observed: 'darkness', from: shifted(monday, -56), to: shifted(monday, -1) }
  const attach = (pointer: object, text: string) =>
    call(evidenceContract.evidence.create, coordinator, { areaId, partOf: problem.id, pointer, text })
  if (figure !== undefined) {
    const { series, register, group, period } = figure
    await attach({ kind: 'release', series, register, group, period }, EVIDENCE_TEXTS.release)
  }
  if (share !== undefined) {
    const { indicator, wave, group } = share
    await attach({ kind: 'survey', indicator, wave, group }, EVIDENCE_TEXTS.survey)
  }
  if ((await deps.countObservations(areaId, weeks.observed, weeks.from, weeks.to)) > 0)
    await attach({ kind: 'observations', ...weeks }, EVIDENCE_TEXTS.observations)
}

async function agree({ call, coordinator, areaId, today }: Scene, district: number): Promise<void> {
  const decision = { ...AGREED, decidedOn: shifted(today, -680) }
  const term = { beginsOn: shifted(today, -675), endsOn: shifted(today, 45) }
  const decided = { state: 'decided', decision, ...term }
  await call(agreementContract.agreements.create, coordinator, { areaId, ...AGREEMENT, ...decided })
  const lasting = { ...decided, endsOn: shifted(today, 700) }
  await call(agreementContract.agreements.create, coordinator, {
    areaId: district,
    ...DISTRICT_AGREEMENT,
    ...lasting,
  })
  const promise = { areaId: district, audience: 'public', ...PROMISE, ...decided }
  await call(agreementContract.promises.create, coordinator, promise)
}

async function writeNeeds({ repositories }: Deps, { call, coordinator }: Scene): Promise<void> {
  const { areas, proposals } = await repositories.features.readAll()
  const proposal = proposals.find(({ properties }) => properties.title === REVIEWED_TITLE)
  for (const { place, ...need } of NEEDS) {
    const area = areas.find(({ properties }) => properties.kind === 'place' && properties.name === place)
    if (area === undefined) continue
    const made = await call(needContract.localNeeds.create, coordinator, { areaId: area.id, ...need })
    if (place !== NEEDS[0].place || proposal === undefined) continue
    await call(needContract.localNeeds.change, coordinator, { state: 'taken', proposalId: proposal.id }, made)
  }
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
