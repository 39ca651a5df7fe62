import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { FileableEvidence } from './evidence.ts'
import type { Register } from '../engine/disclosure/registers.ts'

/** Incidents at premises of which only areas tell (see `PREMISES_KINDS`), in one zone of an evidence. */
export interface PremisesCount {
  readonly zone: number
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly count: number
}

/**
 * What of the counts of an evidence lies at premises. It is kept beside the evidence and told to nobody, staff neither: where
 * no school or clinic accounts for it, it would find a shelter.
 */
export interface AtPremises {
  /** Of all premises that were known when it was counted. */
  readonly digest: string
  /** Where there are any. */
  readonly counts: readonly PremisesCount[]
}

/** Fileable counts without what lies at premises. */
export function withoutPremises(
  counts: FileableEvidence['counts'],
  atPremises: readonly PremisesCount[],
): FileableEvidence['counts'] {
  return counts.map((figure) => {
    const left = atPremises.find(
      ({ zone, register, group }) =>
        zone === figure.zone && register === figure.register && group === figure.group,
    )
    return left === undefined || figure.count === null
      ? figure
      : { ...figure, count: figure.count - left.count }
  })
}
