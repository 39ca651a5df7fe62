import { DomainError } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { NewWorkItem, WorkItem, WorkRules, WorkService } from '../work/index.ts'
import type { BoardReportResponse } from './contract.ts'
import { type Occasion, reportingDate } from './occasions.ts'

type Content = Pick<BoardReportResponse, 'occasion' | 'year' | 'board' | 'entries'>

interface Deps {
  readonly work: WorkService
  /** An area itself and, of a district, the places that lie in it. */
  readonly areasWithin: (id: number) => readonly number[]
}

/** Rules of a board's report: each entry is a goal or measure of its area, and what is filed stays as it was said. */
export function boardReportRules({ work, areasWithin }: Deps): WorkRules {
  return {
    async check(principal, item, before) {
      if (before?.state === 'filed')
        throw refused('state', 'what was filed no longer changes; make a report of the next occasion')
      await requireOwnEntries(principal, item)
    },
    derive({ content }) {
      const { occasion, year } = content as { readonly occasion: Occasion; readonly year: number }
      return { reportingDate: reportingDate(occasion, year) }
    },
  }

  async function requireOwnEntries(
    principal: Principal,
    { areaId, state, content }: NewWorkItem,
  ): Promise<void> {
    const { entries } = content as Content
    const areaIds = areasWithin(areaId)
    const own = [
      ...(await work.list(principal, { kind: 'goal', areaIds })),
      ...(await work.list(principal, { kind: 'measure', areaIds })),
    ]
    const ids = new Set(own.map(({ id }) => id))
    for (const { itemId } of entries)
      if (!ids.has(itemId)) throw refused('entries', `${itemId} is no goal or measure of this area`)
    if (new Set(entries.map(({ itemId }) => itemId)).size < entries.length)
      throw refused('entries', 'each goal or measure stands once')
    if (state === 'filed') requireAll(own.filter(isReported), entries)
  }
}

/** Goals to reach, and measures that are decided and not over. */
export function isReported({ kind, state }: Pick<WorkItem, 'kind' | 'state'>): boolean {
  return kind === 'goal' ? state === 'open' : state === 'decided' || state === 'ongoing'
}

/** @throws DomainError `conflict` that names what is left out */
function requireAll(reported: readonly WorkItem[], entries: Content['entries']): void {
  const reportedIds = new Set(entries.map(({ itemId }) => itemId))
  const left = reported.filter(({ id }) => !reportedIds.has(id)).map(({ id }) => id)
  if (left.length > 0)
    throw refused(
      'entries',
      `a filed report tells of every open goal and decided measure; left out: ${left.join(', ')}`,
    )
}

function refused(field: string, rule: string): DomainError {
  return new DomainError('conflict', `${field}: ${rule}`, { problems: [{ field, rule }] })
}
