import type { Geometry } from 'geojson'
import type { ContextKind } from '../engine/snapshot/features.ts'
import type { ReadContext } from './read-area.ts'
import type { FeatureRepository } from '../layers/index.ts'

/** From how far a feature is drawn, where its file does not say it: 1 from afar … 5 close by. */
const USUAL_RANK: Readonly<Record<ContextKind, number>> = {
  land: 1,
  park: 3,
  square: 3,
  building: 4,
  street: 3,
  path: 4,
  rail: 2,
  station: 2,
  school: 4,
  care_home: 4,
  clinic: 4,
  shelter: 5,
  congregation: 4,
  lamp: 5,
  place_name: 3,
}

/**
 * Puts the features of a file in the place of all of their kind: a register is given whole, and what has closed or gone is
 * there no longer. Of premises releases tell of incidents in the figures of whole areas alone.
 */
export async function replaceContext(
  kind: ContextKind,
  given: readonly ReadContext[],
  features: Pick<FeatureRepository, 'readAll' | 'replaceContext'>,
): Promise<{ readonly imported: number; readonly unchanged: number }> {
  const rows = given.map(({ properties: { name, rank }, planar }) => {
    return { name, rank: rank ?? USUAL_RANK[kind], planar }
  })
  const stored = (await features.readAll()).context.filter((feature) => feature.kind === kind)
  const known = new Set(
    stored.map((feature) => keyOf({ ...feature, planar: JSON.stringify(feature.planar) })),
  )
  const unchanged = rows.filter((row) => known.has(keyOf(row))).length
  if (unchanged < rows.length || stored.length !== rows.length)
    await features.replaceContext(
      rows.map((row) => ({ ...row, kind, planar: JSON.parse(row.planar) as Geometry })),
      kind,
    )
  return { imported: rows.length - unchanged, unchanged }
}

function keyOf({ name, rank, planar }: { name: string | null; rank: number; planar: string }): string {
  return JSON.stringify([name, rank, planar])
}
