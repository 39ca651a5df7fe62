import { boardReportContract, boardReportRoutes } from '../board-reports/index.ts'
import type { ReportAreas } from '../observations/index.ts'
import type { WorkService } from '../work/index.ts'
import { demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { createOrdinaryCall } from './ordinary-call.ts'
import { REPORTED } from './report.ts'

type Deps = Pick<DemoStorage, 'repositories'> &
  Parameters<typeof boardReportRoutes>[0] & {
    readonly work: WorkService
    readonly reportAreas: ReportAreas
    /** The city's calendar day, `2026-03-12`. */
    readonly today: () => string
  }

const OPEN: readonly string[] = ['open', 'decided', 'ongoing']
const SECOND_TERTIAL_ENDS = '08-31'

/** Files the last report of a second tertial of a district's board, with every open goal and decided measure. Once. */
export async function seedDemoReport(deps: Deps): Promise<void> {
  const { repositories, work, reportAreas, areasWithin, today } = deps
  const [first] = await repositories.work.list({ kind: 'board-report' }, 1)
  const coordinator = await demoPrincipal('coordinator', repositories.people)
  const areas = await repositories.features.readAreas()
  const place = areas.find(
    ({ properties: { kind, name } }) => kind === 'place' && name === REPORTED.district.of,
  )
  const areaId = place === undefined ? undefined : reportAreas.districtsOf(place.id)[0]
  if (first !== undefined || coordinator === null || areaId === undefined) return
  const areaIds = areasWithin(areaId)
  const own = [
    ...(await work.list(coordinator, { kind: 'goal', areaIds })),
    ...(await work.list(coordinator, { kind: 'measure', areaIds })),
  ].filter(({ state }) => OPEN.includes(state))
  const entries = own.map(({ id, content }) => {
    const { what, title = what } = content as { readonly title?: string; readonly what?: string }
    return { itemId: id, title, ...(REPORTED.entries[title ?? ''] ?? REPORTED.others) }
  })
  const thisYear = Number(today().slice(0, 4))
  const year = today().slice(5) > SECOND_TERTIAL_ENDS ? thisYear : thisYear - 1
  const report = { areaId, occasion: 't2', year, board: REPORTED.district.board, state: 'filed', entries }
  await createOrdinaryCall(boardReportRoutes(deps))(
    boardReportContract.boardReports.create,
    coordinator,
    report,
  )
}
