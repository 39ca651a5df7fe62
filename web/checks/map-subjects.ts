import type { Evidence, Finding } from '../../server/checks/contract.ts'

/** Layers of the map whose features evidence names. */
export const SUBJECT_LAYERS = [
  'areas',
  'focus-areas',
  'patrol-zones',
  'camera-views',
  'cameras',
  'proposals',
] as const
export type SubjectLayer = (typeof SUBJECT_LAYERS)[number]

/** What a finding speaks of, as the map knows it. */
export interface MapSubjects {
  /** Numbers of the zones whose cells it counts; 0 is the site. */
  readonly zones: readonly number[]
  /** Ids of the evidence of cells that the site touches. */
  readonly cells: readonly string[]
  readonly features: Readonly<Partial<Record<SubjectLayer, readonly number[]>>>
}

const SITE = 0
/** Hours are of the site and its first ring. */
const PROFILED_ZONES = [SITE, 1]

/** What a finding speaks of; a finding without evidence of its own speaks of the site. */
export function subjectsOf(finding: Pick<Finding, 'evidence'>, evidence: Evidence): MapSubjects {
  const named = new Set(finding.evidence)
  const isNamed = ({ id }: { readonly id: string }) => named.has(id)
  const zones = [
    ...evidence.counts.filter(isNamed).map(({ zone }) => zone),
    ...(evidence.ranks.some(isNamed) || named.size === 0 ? [SITE] : []),
    ...(evidence.profiles.some(isNamed) ? PROFILED_ZONES : []),
    // Where no camera is, the finding speaks of where none was found.
    ...(named.has(evidence.cameras.id) && evidence.cameras.cameras.length === 0
      ? evidence.zones.map(({ zone }) => zone)
      : []),
  ]
  return {
    zones: [...new Set(zones)].toSorted((a, b) => a - b),
    cells: evidence.cells.filter(isNamed).map(({ id }) => id),
    features: featuresNamed(named, evidence),
  }
}

function featuresNamed(
  named: ReadonlySet<string>,
  { cameras, patrols, touches }: Evidence,
): MapSubjects['features'] {
  const features: Partial<Record<SubjectLayer, number[]>> = {}
  const add = (layer: SubjectLayer, id: number) => (features[layer] ??= []).push(id)
  if (named.has(cameras.id))
    for (const { id } of cameras.cameras) {
      add('cameras', id)
      add('camera-views', id)
    }
  for (const { id, zoneId } of patrols) if (named.has(id)) add('patrol-zones', zoneId)
  for (const { id, layer, featureId } of touches) if (named.has(id)) add(layer, featureId)
  return features
}
