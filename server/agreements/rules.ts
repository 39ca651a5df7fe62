import { refusedField } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import {
  type NewWorkItem,
  requireItem,
  type WorkItem,
  type WorkRules,
  type WorkService,
} from '../work/index.ts'

type Content = Readonly<Record<string, unknown>>

export interface AgreementDeps {
  readonly work: WorkService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  /** Name of a place or district; null for other ids. */
  readonly areaName: (id: number) => string | null
  readonly reportAreas: {
    /** The districts that a place lies in; a district itself. */
    districtsOf(id: number): readonly number[]
    /** The area itself and, of a district, the places that lie in it. */
    within(id: number): readonly number[]
  }
}

/** From when on before its end an agreement says that it ends. */
const NOTICE_DAYS = 60
/** Promises of a district at a time. */
const MAX_PROMISES = 3
const DAY_MS = 86_400_000

/** The rules of agreements: from–to, decided by somebody, told before they end. */
export function agreementRules({ today }: Pick<AgreementDeps, 'today'>): WorkRules {
  return {
    check(_, { state, content }) {
      checkPeriod(content)
      if (state !== 'proposed') requireDecision(content)
    },
    derive: ({ state, content: { endsOn } }) => {
      const days = (Date.parse(String(endsOn)) - Date.parse(today())) / DAY_MS
      return { endsInDays: state === 'decided' && days <= NOTICE_DAYS ? days : null }
    },
  }
}

/** The rules of citizens' promises: public from their decision, three at a time a district, followed up. */
export function promiseRules(deps: AgreementDeps): WorkRules {
  return {
    async check(principal, item, before) {
      const { state, audience, content } = item
      checkPeriod(content)
      for (const id of content['measureIds'] as readonly number[])
        await requireItem(deps.work, principal, 'measure', id, 'measureIds')
      if (state === 'proposed') return
      requireDecision(content)
      if (audience !== 'public') throw refusedField('audience', 'a promise is public from its decision')
      if (state === 'decided') await requireRoom(deps, principal, item, before)
      else if (content['outcome'] == null) throw refusedField('outcome', 'what came of it is needed')
    },
    derive: () => ({}),
  }
}

/** @throws DomainError `conflict` where the district has three promises already in that time */
async function requireRoom(
  { work, reportAreas }: AgreementDeps,
  principal: Principal,
  { areaId, content }: NewWorkItem<Content>,
  before: WorkItem | null,
): Promise<void> {
  const districts = reportAreas.districtsOf(areaId)
  const areaIds = [...new Set([areaId, ...districts.flatMap((id) => reportAreas.within(id))])]
  const decided = await work.list(principal, { kind: 'promise', areaIds, states: ['decided'] })
  const others = (decided as readonly WorkItem<Content>[]).filter(
    ({ id, content: other }) =>
      id !== before?.id &&
      String(other['beginsOn']) <= String(content['endsOn']) &&
      String(other['endsOn']) >= String(content['beginsOn']),
  )
  if (others.length >= MAX_PROMISES)
    throw refusedField('beginsOn', `a district has at most ${MAX_PROMISES} promises at a time`)
}

function checkPeriod({ beginsOn, endsOn }: Content): void {
  if (String(endsOn) < String(beginsOn))
    throw refusedField('endsOn', `must not be before it begins, ${String(beginsOn)}`)
}

function requireDecision({ decision }: Content): void {
  if (decision == null)
    throw refusedField('decision', 'who decided it, on which day, in which § of the minutes is needed')
}
