import { boardCaseContract, boardCaseRoutes } from '../board-cases/index.ts'
import { CASE_PLACE, CONSULTATION, CONSULTED_DAYS_AGO, DUE_IN_DAYS, REFERRAL } from './case.ts'
import { demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { createOrdinaryCall } from './ordinary-call.ts'

type Deps = Pick<DemoStorage, 'repositories'> & Parameters<typeof boardCaseRoutes>[0]

const DAY_MS = 86_400_000

/** Notes what the pensioners' council said of a place, and begins the reply to a referral about it. Once. */
export async function seedDemoCase(deps: Deps): Promise<void> {
  const { repositories, today } = deps
  const [first] = await repositories.work.list({ kind: 'consultation' }, 1)
  const coordinator = await demoPrincipal('coordinator', repositories.people)
  const areas = await repositories.features.readAreas()
  const areaId = areas.find(({ properties: { kind, name } }) => kind === 'place' && name === CASE_PLACE)?.id
  if (first !== undefined || coordinator === null || areaId === undefined) return
  const call = createOrdinaryCall(boardCaseRoutes(deps))
  const { consultations, boardCases } = boardCaseContract
  const heldOn = shifted(today(), -CONSULTED_DAYS_AGO)
  await call(consultations.create, coordinator, { areaId, heldOn, ...CONSULTATION })
  const dueOn = shifted(today(), DUE_IN_DAYS)
  await call(boardCases.create, coordinator, { areaId, dueOn, ...REFERRAL })
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
