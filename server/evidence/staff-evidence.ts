import { type DomainError, invalidField } from '../engine/errors.ts'
import type { Audience } from '../platform/access/audience.ts'
import { type CellSet, createCellSets } from './cell-sets.ts'
import { EVIDENCE_RULES } from './messages.ts'
import type { Frozen, StaffPointer } from './pointer.ts'

/** A finding of a review, in the words of its evidence. */
export interface ReviewFinding {
  readonly reviewId: number
  readonly finding: string
  /** The title of what is reviewed. */
  readonly title: string
  readonly words: { readonly sv: string; readonly en: string }
  /** When the evidence was computed. */
  readonly computedAt: string
}

/** The findings of reviews, read as they stand: never copied, so that they end with the evidence of their review. */
export interface ReviewFindings {
  /** Those about an area that the audience may read, the newest review first. */
  of(audience: Audience, areaId: number): Promise<readonly ReviewFinding[]>
  /**
   * One of them; `gone` once its review has other evidence or none, `closed` to an audience that may not read it.
   *
   * @param computedAt of the evidence that was pointed at
   */
  find(
    audience: Audience,
    pointer: { readonly reviewId: number; readonly finding: string; readonly computedAt: string },
  ): Promise<ReviewFinding | 'gone' | 'closed'>
}

type Deps = Parameters<typeof createCellSets>[0] & { readonly findings: ReviewFindings }

/** What is told of a piece of evidence for staff as it is read. */
export interface SeenEvidence {
  readonly exists: boolean
  readonly finding: Pick<ReviewFinding, 'title' | 'words'> | null
  readonly withheld: readonly string[]
}

/** What only staff may point at: frozen for whoever may read it, and withheld from everybody else who reads the item. */
export interface StaffEvidence {
  cells(audience: Audience, areaId: number): Promise<readonly CellSet[]>
  findings(audience: Audience, areaId: number): Promise<readonly ReviewFinding[]>
  /** @throws DomainError `conflict` for what there is not, or not for this audience */
  freeze(audience: Audience, areaId: number, pointer: StaffPointer): Promise<Partial<Frozen>>
  /** What was frozen as the audience may see it. */
  frozenFor(audience: Audience, pointer: StaffPointer, frozen: Frozen): Frozen
  seen(audience: Audience, areaId: number, pointer: StaffPointer, frozen: Frozen): Promise<SeenEvidence>
}

/** @param deps what counts cells, and knows the findings of reviews */
export function createStaffEvidence({ findings, ...counting }: Deps): StaffEvidence {
  const cellSets = createCellSets(counting)
  const mayRead = (audience: Audience, { counted }: Frozen) =>
    counted !== undefined && cellSets.mayRead(audience, counted.sources)
  return {
    cells: (audience, areaId) => cellSets.of(audience, areaId),
    findings: (audience, areaId) => findings.of(audience, areaId),
    async freeze(audience, areaId, pointer) {
      if (pointer.kind === 'finding') {
        const known = (await findings.of(audience, areaId)).find(
          ({ reviewId, finding }) => reviewId === pointer.reviewId && finding === pointer.finding,
        )
        if (known === undefined) throw refused('finding')
        return { version: known.computedAt }
      }
      const { group, from, to } = pointer
      if (to < from) throw refused('order')
      const set = (await cellSets.of(audience, areaId, { from, to })).find((known) => known.group === group)
      if (set === undefined) throw refused('cells')
      if (set.from !== from || set.to !== to) throw refused('period')
      const { count: value, cells, sources, leftOut, outline } = set
      return { value, counted: { cells, sources: [...sources], leftOut: [...leftOut], outline } }
    },
    frozenFor(audience, { kind }, frozen) {
      if (kind === 'finding' || mayRead(audience, frozen)) return frozen
      const { counted: _, ...rest } = frozen
      return { ...rest, value: null, hidden: 'withheld' }
    },
    async seen(audience, areaId, pointer, frozen) {
      if (pointer.kind === 'finding') {
        const found = await findings.find(audience, { ...pointer, computedAt: frozen.version })
        if (typeof found === 'string') return { exists: found !== 'gone', finding: null, withheld: [] }
        const { title, words } = found
        return { exists: true, finding: { title, words }, withheld: [] }
      }
      const { sources = [], outline = null } = frozen.counted ?? {}
      const exists = outline !== null && cellSets.outlineOf(areaId) === outline
      const isStaff = cellSets.mayRead(audience, [])
      return { exists, finding: null, withheld: isStaff ? cellSets.closedTo(audience, sources) : [] }
    },
  }
}

function refused(rule: keyof typeof EVIDENCE_RULES): DomainError {
  return invalidField('conflict', { field: 'pointer', rule: EVIDENCE_RULES[rule] })
}
