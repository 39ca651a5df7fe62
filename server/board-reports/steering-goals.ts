import type { Principal } from '../platform/access/principal.ts'
import { csvRow } from '../platform/http/csv-field.ts'
import type { GoalContent } from '../measures/index.ts'
import type { WorkItem, WorkService } from '../work/index.ts'
import type { BoardReportResponse, SteeringGoal } from './contract.ts'
import { reportingDate } from './occasions.ts'

interface Deps {
  readonly work: WorkService
  /** Name of a place or district; null for a removed one. */
  readonly areaName: (id: number) => string | null
}

type Report = Pick<BoardReportResponse, 'occasion' | 'year' | 'entries'>

/** The goals of a year that have a code of the city's steering, by code, each with what was last filed of it. */
export async function steeringGoalsOf(
  { work, areaName }: Deps,
  principal: Principal,
  year: number,
): Promise<readonly SteeringGoal[]> {
  const reports = (await work.list(principal, { kind: 'board-report', states: ['filed'] }))
    .map(({ content }) => content as Report)
    .toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)))
  const goals = (await work.list(principal, { kind: 'goal' })) as readonly WorkItem<GoalContent>[]
  return goals
    .flatMap((goal): readonly SteeringGoal[] => {
      const { id, areaId, dueOn, state, content } = goal
      const { ils, what, indicator, baseline, target, unit } = content
      if (ils === null || ils.year !== year) return []
      const report = reports.find(({ entries }) => entries.some(({ itemId }) => itemId === id))
      const entry = report?.entries.find(({ itemId }) => itemId === id)
      return [
        {
          ...ils,
          goalId: id,
          areaId,
          area: areaName(areaId) ?? '',
          goal: what,
          indicator,
          baseline,
          target,
          unit,
          dueOn,
          state,
          occasion: report?.occasion ?? null,
          status: entry?.status ?? null,
          sentence: entry?.sentence ?? null,
        },
      ]
    })
    .toSorted((a, b) => a.code.localeCompare(b.code, 'sv') || a.goalId - b.goalId)
}

const dateOf = ({ occasion, year }: Report) => reportingDate(occasion, year)

const COLUMNS = [
  'level',
  'code',
  'year',
  'goalId',
  'areaId',
  'area',
  'goal',
  'indicator',
  'baseline',
  'target',
  'unit',
  'dueOn',
  'state',
  'occasion',
  'status',
  'sentence',
] as const satisfies readonly (keyof SteeringGoal)[]

/** The goals as CSV (RFC 4180) with a header line. */
export function steeringGoalsCsv(goals: readonly SteeringGoal[]): string {
  const lines = goals.map((goal) => csvRow(COLUMNS.map((column) => goal[column])))
  return [COLUMNS.join(','), ...lines, ''].join('\r\n')
}
