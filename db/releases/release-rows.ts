import type {
  ReleaseState,
  ReleaseStep,
  ReleaseSummary,
  StoredRelease,
} from '../../server/releases/release.ts'

type StepName = 'prepared' | 'approved' | 'published' | 'withdrawn'
type StepColumns = {
  readonly [C in `${StepName}_by` | `${StepName}_name`]: string | null
} & { readonly [C in `${StepName}_at`]: Date | null }

/** A row of `release` without contents. */
export interface SummaryRow extends StepColumns {
  readonly id: number
  readonly kind: StoredRelease['kind']
  readonly key: string
  readonly state: ReleaseState
  readonly place_id: number | null
  readonly snapshot_version: string
  /** JSON. */
  readonly attack: string
  readonly withdrawn_reason: string | null
  readonly path: string | null
}

export interface ReleaseRow extends SummaryRow {
  /** JSON. */
  readonly contents: string
}

export const SUMMARY_COLUMNS = [
  'id',
  'kind',
  'key',
  'state',
  'place_id',
  'snapshot_version',
  'attack',
  ...(['prepared', 'approved', 'published', 'withdrawn'] as const).flatMap((step) => [
    `${step}_by`,
    `${step}_name`,
    `${step}_at`,
  ]),
  'withdrawn_reason',
  'path',
] as const

/** The columns of a step. */
export function stepColumns(name: StepName, { by, name: person = null, at }: ReleaseStep) {
  return { [`${name}_by`]: by, [`${name}_name`]: person, [`${name}_at`]: at }
}

/** A release in a list. */
export function summaryOfRow(row: SummaryRow): ReleaseSummary {
  const withdrawn = stepOf(row, 'withdrawn')
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    state: row.state,
    placeId: row.place_id,
    snapshotVersion: row.snapshot_version,
    attack: JSON.parse(row.attack),
    prepared: stepOf(row, 'prepared')!,
    approved: stepOf(row, 'approved'),
    published: stepOf(row, 'published'),
    withdrawn: withdrawn === null ? null : { ...withdrawn, reason: row.withdrawn_reason! },
    path: row.path,
  }
}

/** A release with its contents. */
export function fromReleaseRow(row: ReleaseRow): StoredRelease {
  return { ...summaryOfRow(row), contents: JSON.parse(row.contents) }
}

function stepOf(row: SummaryRow, name: StepName): ReleaseStep | null {
  const by = row[`${name}_by`]
  return by === null ? null : { by, name: row[`${name}_name`], at: row[`${name}_at`]!.toISOString() }
}
