import { benjaminiHochberg } from '../../engine/statistics/false-discovery.ts'
import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import type { Evidence, Finding } from '../evidence.ts'
import { changeFinding } from './change.ts'
import { coverageFindings, siteFinding } from './coverage.ts'
import type { DraftFinding } from './draft.ts'
import { hotCellsFinding } from './hot-cells.ts'
import { profileFindings } from './profile.ts'
import { rankFinding } from './rank.ts'
import { cameraFinding, patrolFinding, touchFindings } from './surroundings.ts'

/** The zones whose counts become findings; the outer rings stay in the evidence. */
const REPORTED_ZONES = 2

/**
 * The statements of a check, group by group and then the surroundings. The tests among them are one family, adjusted
 * together (Benjamini & Hochberg 1995); cells carry the q of the whole map already.
 *
 * @param evidence rounded as it is stored, so that the words say exactly its figures
 */
export function findingsOf(evidence: Omit<Evidence, 'findings'>): readonly Finding[] {
  const { query, sources } = evidence.provenance
  const groups = sources.length === 0 ? [] : CATEGORY_GROUPS
  const drafts: readonly DraftFinding[] = [
    siteFinding(evidence.zones[0]!),
    ...coverageFindings(evidence.periods ?? [], sources),
    ...groups.flatMap(({ code }) => [
      hotCellsFinding(
        code,
        evidence.cells.filter((cell) => cell.group === code),
      ),
      ...evidence.counts
        .filter((count) => count.group === code && count.zone < REPORTED_ZONES)
        .map((count) => changeFinding(count, evidence.zones[count.zone]!, evidence.periods ?? [])),
      ...evidence.ranks.filter((rank) => rank.group === code).map(rankFinding),
      ...evidence.profiles.filter((profile) => profile.group === code).flatMap(profileFindings),
    ]),
    cameraFinding(evidence.cameras, query.ringMetres.at(-1) ?? 0),
    ...evidence.patrols.map(patrolFinding),
    ...touchFindings(evidence.touches),
  ]
  return adjusted(drafts)
}

function adjusted(drafts: readonly DraftFinding[]): readonly Finding[] {
  const tested = drafts.filter((draft) => draft.p !== null)
  const q = benjaminiHochberg(Float64Array.from(tested, (draft) => draft.p!))
  return drafts.map((draft) => {
    const own = draft.p === null ? null : q[tested.indexOf(draft)]!
    return { id: draft.id, kind: draft.kind, evidence: draft.evidence, q: own, ...draft.say(own) }
  })
}
