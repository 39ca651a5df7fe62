import type { Evidence, Finding } from '../../checks/index.ts'
import type { Texts } from '../../engine/texts.ts'

/** In what a finding differs: its presence, what it concludes, or its figures. */
export const CHANGE_KINDS = ['added', 'removed', 'verdict', 'figures'] as const

/** A finding that differs from the one in the stored evidence. */
export interface FindingChange {
  readonly finding: string
  readonly change: (typeof CHANGE_KINDS)[number]
  /** Null where it was added. */
  readonly before: Texts | null
  /** Null where it was removed. */
  readonly now: Texts | null
}

/** Findings that say what was checked, and with which data: they change with every month. */
const ABOUT_THE_CHECK: readonly Finding['kind'][] = ['site', 'coverage']

/**
 * The findings that changed in what matters to their reader, in the order of the stored evidence, added ones last.
 *
 * A finding changed when it was added or removed; when its kind, its being conclusive or the class of its cells is
 * another; or when a figure left the 95 % interval that stood with it. A figure within its interval is noise. What a
 * register says (cameras, areas) changed when its sentence did, guards when their share of the site did: their other
 * figure, like that of a profile, is a share of incidents without an interval.
 */
export function compareFindings(stored: Evidence, now: Evidence): readonly FindingChange[] {
  const [before, after] = [reported(stored), reported(now)]
  const kept = [...before].flatMap(([id, finding]): readonly FindingChange[] => {
    const other = after.get(id)
    if (other === undefined) return [{ finding: id, change: 'removed', before: texts(finding), now: null }]
    const change = changeOf({ finding, of: stored }, { finding: other, of: now })
    return change === null ? [] : [{ finding: id, change, before: texts(finding), now: texts(other) }]
  })
  const added = [...after].flatMap(([id, finding]): readonly FindingChange[] =>
    before.has(id) ? [] : [{ finding: id, change: 'added', before: null, now: texts(finding) }],
  )
  return [...kept, ...added]
}

/** Findings without a sample. */
const OF_REGISTERS: readonly Finding['kind'][] = ['cameras', 'touches']

const isRegister = ({ finding }: Reported) => OF_REGISTERS.includes(finding.kind)

interface Reported {
  readonly finding: Finding
  readonly of: Evidence
}

function reported({ findings }: Evidence): ReadonlyMap<string, Finding> {
  return new Map(
    findings.flatMap((finding) => (ABOUT_THE_CHECK.includes(finding.kind) ? [] : [[finding.id, finding]])),
  )
}

const texts = ({ sv, en }: Finding): Texts => ({ sv, en })

function changeOf(before: Reported, now: Reported): 'verdict' | 'figures' | null {
  if (before.finding.sv === now.finding.sv && before.finding.en === now.finding.en) return null
  if (verdictOf(before) !== verdictOf(now)) return 'verdict'
  const [was, is] = [figuresOf(before), figuresOf(now)]
  if (was === null || is === null) return isRegister(before) ? 'figures' : null
  const isNoise = was.every(({ value, low, high }, k) => within(is[k]?.value ?? null, value, low, high))
  return isNoise ? null : 'figures'
}

/** Kind, whether it is conclusive, and the class of the cells where it rests on some. */
function verdictOf({ finding, of }: Reported): string {
  const classes = of.cells.filter(({ id }) => finding.evidence.includes(id)).map((cell) => cell.class)
  return [finding.kind, finding.conclusive, ...new Set(classes.toSorted())].join(' ')
}

interface Figure {
  readonly value: number | null
  readonly low: number
  /** Null where it has no upper bound. */
  readonly high: number | null
}

/** The figures of a finding with their 95 % intervals; null where it rests on none with an interval. */
function figuresOf({ finding, of }: Reported): readonly Figure[] | null {
  const isOf = ({ id }: { readonly id: string }) => finding.evidence.includes(id)
  const count = of.counts.find(isOf)
  if (count !== undefined)
    return [
      { value: count.count, ...count.interval },
      ...(count.ratioInterval === null ? [] : [{ value: count.ratio, ...count.ratioInterval }]),
    ]
  const patrol = of.patrols.find(isOf)
  if (patrol !== undefined) return [exactly(patrol.shareOfFootprint)]
  const rank = of.ranks.find(isOf)
  if (rank?.interval != null) return [{ value: rank.share, ...rank.interval }]
  const [cell] = of.cells.filter(isOf)
  if (cell !== undefined) return [{ value: cell.ratio, ...cell.interval }]
  return null
}

const exactly = (value: number): Figure => ({ value, low: value, high: value })

function within(value: number | null, before: number | null, low: number, high: number | null): boolean {
  if (value === null || before === null) return value === before
  return value >= low && (high === null || value <= high)
}
