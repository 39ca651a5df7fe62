import { type ReadonlySignal, type Signal, computed, signal } from '@preact/signals'
import type { CheckResponse } from '../../server/checks/contract.ts'
import type { CheckPeriod, OpenedReview, SavedProposal } from '../app/api/responses.ts'
import type { Api } from '../app/api/client.ts'
import type { DateRange } from '../hotspots/filters/filters.ts'
import { createDraft, type Draft } from './draft.ts'
import { createFileArea, type FileArea } from './file-area.ts'
import type { Area } from '../map/geometry.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import { createStoreContext } from '../ui/store-context.ts'

/** What draws on the map, once there is a map. */
export interface DrawTool {
  start(): void
  cancel(): void
  /** Takes back the last corner; false when there is none to take back. */
  undoCorner(): boolean
  /** Shows the whole of the area. */
  show(area: Area): void
}

/** A proposal on its way: its area, its check, its review. */
export interface Proposal {
  readonly draft: Draft
  /** An area on its way out of a file. */
  readonly file: FileArea
  readonly drawing: Signal<boolean>
  readonly tool: Signal<DrawTool | null>
  readonly check: Resource<CheckResponse>
  readonly review: Resource<OpenedReview>
  readonly saved: Resource<readonly SavedProposal[]>
  /** The kept proposal that the area is, unchanged; null for an area of one's own. */
  readonly kept: ReadonlySignal<SavedProposal | null>
  /** True when the area is another than the one that was checked. */
  readonly changed: ReadonlySignal<boolean>
  loadSaved(): Promise<void>
  /** Takes a kept proposal's area and checks it. */
  take(kept: SavedProposal): Promise<void>
  runCheck(): Promise<void>
  /** Opens a review of the kept proposal, or keeps the area under a title first. */
  save(title: string): Promise<void>
  discard(): void
}

/** @param range the period that a check counts over: that of the filters, when it is closed */
export function createProposal(deps: { readonly api: Api; readonly range: () => DateRange }): Proposal {
  const { api, range } = deps
  const draft = createDraft()
  const checkedArea = signal<Area | null>(null)
  const check = createResource<CheckResponse>()
  const review = createResource<OpenedReview>()
  const saved = createResource<readonly SavedProposal[]>()
  const taken = signal<SavedProposal | null>(null)
  const kept = computed(() =>
    JSON.stringify(taken.value?.geometry) === JSON.stringify(draft.area.value) ? taken.value : null,
  )
  const tool = signal<DrawTool | null>(null)
  const takeArea = (area: Area) => {
    draft.set(area)
    tool.peek()?.show(area)
  }
  const runCheck = async () => {
    const area = draft.area.peek()
    if (area === null) return
    checkedArea.value = area
    review.clear()
    await check.load((signal) => api.check({ geometry: area, ...closed(range()) }, signal))
  }
  return {
    draft,
    kept,
    drawing: signal(false),
    tool,
    file: createFileArea({ read: api.proposalFile, onArea: takeArea }),
    check,
    review,
    saved,
    changed: computed(() => JSON.stringify(checkedArea.value) !== JSON.stringify(draft.area.value)),
    loadSaved: () => saved.load((signal) => api.proposals(signal)),
    runCheck,
    take: async (proposal) => {
      taken.value = proposal
      draft.set(proposal.geometry)
      await runCheck()
    },
    save: async (title) => {
      const area = draft.area.peek()
      if (area === null) return
      await review.load(async (signal) => {
        const { id } = kept.peek() ?? (await api.saveProposal(title, area, signal))
        const opened = await api.openReview(id, closed(range()), signal)
        return { proposalId: id, reviewId: opened.id }
      })
    },
    discard: () => {
      draft.set(null)
      check.clear()
      review.clear()
    },
  }
}

/** The period when both its ends are known; else nothing, and the server takes the last twelve months. */
function closed({ from, to }: DateRange): CheckPeriod {
  return from !== null && to !== null ? { from, to } : {}
}

export const { Provider: ProposalProvider, useStore: useProposal } = createStoreContext<Proposal>('proposal')
