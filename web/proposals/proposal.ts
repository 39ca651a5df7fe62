import { type ReadonlySignal, type Signal, computed, effect, signal, untracked } from '@preact/signals'
import type { CheckResponse, ComparedCheck } from '../../server/checks/contract.ts'
import type { CheckPeriod, OpenedReview, SavedProposal } from '../app/api/responses.ts'
import type { Api } from '../app/api/client.ts'
import type { DateRange } from '../hotspots/filters/filters.ts'
import { createDraft, type Draft } from './draft.ts'
import { createSpotlight, type Spotlight } from '../checks/spotlight.ts'
import { createFileArea, type FileArea } from './file-area.ts'
import type { Area } from '../map/geometry.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import { createStoreContext } from '../ui/store-context.ts'

/** What a check found, with the area that it was asked for. */
export interface Checked {
  readonly area: Area
  readonly found: CheckResponse
}

/** The area and a kept proposal side by side. */
interface Comparison {
  /** Of the kept proposal. */
  readonly title: string
  readonly found: ComparedCheck
}

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
  /** What it is to be called when it is saved; that of its file at first. */
  readonly title: Signal<string>
  readonly drawing: Signal<boolean>
  readonly tool: Signal<DrawTool | null>
  /** Follows the area: each change is checked at once. */
  readonly check: Resource<Checked>
  /** Of the area as it is; gone with any change of it. */
  readonly comparison: Resource<Comparison>
  /** Which finding is lit on the map. */
  readonly spotlight: Spotlight
  readonly review: Resource<OpenedReview>
  readonly saved: Resource<readonly SavedProposal[]>
  /** The kept proposal that the area is, unchanged; null for an area of one's own. */
  readonly kept: ReadonlySignal<SavedProposal | null>
  /** True when the figures are of another area than the one that is shown. */
  readonly changed: ReadonlySignal<boolean>
  loadSaved(): Promise<void>
  /** Takes a kept proposal's area. */
  take(kept: SavedProposal): void
  runCheck(): Promise<void>
  /** Checks the area together with a kept proposal, to compare them. */
  compareWith(kept: SavedProposal): Promise<void>
  /** Opens a review of the kept proposal, or keeps the area under a title first. */
  save(title: string): Promise<void>
  discard(): void
}

interface ProposalDeps {
  readonly api: Api
  /** The period that a check counts over: that of the filters, when it is closed. */
  readonly range: () => DateRange
  /** The area that it begins with; none unless given. */
  readonly first?: Area | null
  /** Whether each change of the area is checked; so unless it is said. */
  readonly checks?: boolean
}

/** A proposal that nobody has drawn yet, or one that begins with an area. */
export function createProposal({ api, range, first = null, checks = true }: ProposalDeps): Proposal {
  const draft = createDraft(first)
  const check = createResource<Checked>()
  const comparison = createResource<Comparison>()
  const spotlight = createSpotlight()
  const review = createResource<OpenedReview>()
  const saved = createResource<readonly SavedProposal[]>()
  const taken = signal<SavedProposal | null>(null)
  const kept = computed(() =>
    JSON.stringify(taken.value?.geometry) === JSON.stringify(draft.area.value) ? taken.value : null,
  )
  const tool = signal<DrawTool | null>(null)
  const title = signal('')
  const takeArea = (area: Area) => {
    draft.set(area)
    tool.peek()?.show(area)
  }
  const runCheck = async () => {
    const area = draft.area.peek()
    if (area === null) return
    review.clear()
    comparison.clear()
    await check.load(async (signal) => {
      return { area, found: await api.check({ geometry: area, ...closed(range()) }, signal) }
    })
  }
  effect(() => {
    if (draft.area.value !== null) {
      if (checks) void untracked(runCheck)
    } else {
      check.clear()
      comparison.clear()
      spotlight.clear()
    }
  })
  return {
    draft,
    kept,
    drawing: signal(false),
    tool,
    title,
    file: createFileArea({
      read: api.proposalFile,
      onArea: (area, name) => {
        title.value = titleOfFile(name)
        takeArea(area)
      },
    }),
    check,
    comparison,
    spotlight,
    review,
    saved,
    changed: computed(() => check.state.value.value?.area !== draft.area.value),
    loadSaved: () => saved.load((signal) => api.proposals(signal)),
    runCheck,
    compareWith: async ({ geometry: against, properties }) => {
      const area = draft.area.peek()
      if (area === null) return
      await comparison.load(async (signal) => {
        const found = await api.check({ geometry: area, against, ...closed(range()) }, signal)
        return { title: properties.title, found }
      })
    },
    take: (proposal) => {
      taken.value = proposal
      takeArea(proposal.geometry)
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
      title.value = ''
      review.clear()
    },
  }
}

/** `Kvarter_Kajen.dxf` is called Kvarter Kajen. */
function titleOfFile(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .replaceAll('_', ' ')
    .trim()
}

/** The period when both its ends are known; else nothing, and the server takes the last twelve months. */
function closed({ from, to }: DateRange): CheckPeriod {
  return from !== null && to !== null ? { from, to } : {}
}

export const { Provider: ProposalProvider, useStore: useProposal } = createStoreContext<Proposal>('proposal')
