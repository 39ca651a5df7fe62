import { cellZones } from '../engine/units/cell-zones.ts'
import type { Evidence } from './evidence.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { rounded } from '../engine/hashes/canonical-json.ts'
import type { LayerSnapshot } from '../engine/snapshot/types.ts'
import { touchedCells } from './cells.ts'
import type { CheckCounts } from './check-task.ts'
import { countEvidence } from './counts.ts'
import { findingsOf } from './findings/family.ts'
import type { GroupSurface } from './group-surfaces.ts'
import type { Footprint } from './footprint.ts'
import { patrolEvidence } from './patrols.ts'
import { CHECK_METHOD } from './provenance.ts'
import type { UnitReader } from '../units/index.ts'
import { type CheckPeriods, isoPeriod } from './periods.ts'
import { TIME_UNITS } from './subjects.ts'
import { profileEvidence, weekOfAllGroups } from './profiles.ts'
import { rankEvidence } from './ranks.ts'
import { cameraEvidence, touches } from './touching.ts'

/** The parts of the evidence. */
export interface EvidenceParts {
  readonly footprint: Footprint
  readonly reader: UnitReader
  readonly layers: LayerSnapshot
  readonly projection: Projection
  readonly counted: CheckCounts
  readonly surfaces: readonly GroupSurface[]
  readonly periods: CheckPeriods
  readonly ownProposalId: number | null
  readonly provenance: Evidence['provenance']
}

/** The evidence, rounded to 6 significant digits, with the findings worded from the rounded figures. */
export function computeEvidence(parts: EvidenceParts): Evidence {
  const { footprint, layers, counted, provenance, periods } = parts
  const { from, to } = provenance.query
  const locator = cellZones(counted.zones.map(({ cells = [] }) => cells.map(([i, j]) => ({ i, j }))))
  const { here, city } = counted.weeks
  const hasFigures = provenance.sources.length > 0
  const evidence = rounded({
    method: CHECK_METHOD,
    periods: TIME_UNITS.flatMap((per) => {
      const counted = periods.of[per]
      return counted === undefined ? [] : [{ per, ...isoPeriod(counted.period), covered: counted.covered }]
    }),
    zones: counted.zones,
    counts: hasFigures ? countEvidence(counted.counts, counted.zones, periods, parts.reader) : [],
    ranks: hasFigures ? rankEvidence(counted.ranks) : [],
    cells: parts.surfaces.flatMap((surface) => touchedCells(footprint, surface)),
    profiles: hasFigures ? profileEvidence(here, city) : [],
    cameras: cameraEvidence(footprint, layers.features('cameras'), locator, parts.projection),
    patrols: patrolEvidence(footprint, layers.features('patrol-zones'), weekOfAllGroups(here), { from, to }),
    touches: touches(
      footprint,
      {
        areas: layers.features('areas'),
        focusAreas: layers.features('focus-areas'),
        proposals: layers.features('proposals'),
      },
      parts.ownProposalId,
    ),
  })
  // The geometry keeps its seven decimals: it is an input, not a figure.
  const whole = { ...evidence, provenance: { ...rounded(provenance), query: provenance.query } }
  return { ...whole, findings: findingsOf(whole) }
}
