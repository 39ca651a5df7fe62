import type { Geometry } from 'geojson'
import type { PremisesKind } from '../engine/snapshot/features.ts'
import type { ReadArea } from './areas-import-file.ts'
import type { FeatureRepository } from '../layers/index.ts'

/** As the names of stations: close by. */
const RANK = 4

type Premises = ReadArea<{ readonly name: string | null }>

/**
 * Puts the premises of a file, points or outlines, in the place of all of their kind: a register is given whole, and what has
 * closed is sheltered no longer. Releases tell of incidents at them in the figures of whole areas alone.
 */
export async function replacePremises(
  kind: PremisesKind,
  given: readonly Premises[],
  features: Pick<FeatureRepository, 'readAll' | 'replaceContext'>,
): Promise<{
  readonly imported: number
  readonly unchanged: number
  readonly notices: readonly string[]
  readonly rejected: readonly []
}> {
  const stored = (await features.readAll()).context.filter((feature) => feature.kind === kind)
  const known = new Set(stored.map(({ name, planar }) => fingerprint(name, JSON.stringify(planar))))
  const unchanged = given.filter(({ properties, planar }) =>
    known.has(fingerprint(properties.name, planar)),
  ).length
  if (unchanged < given.length || stored.length !== given.length) {
    const rows = given.map(({ properties, planar }) => {
      return { kind, name: properties.name, rank: RANK, planar: JSON.parse(planar) as Geometry }
    })
    await features.replaceContext(rows, kind)
  }
  return { imported: given.length - unchanged, unchanged, notices: [], rejected: [] }
}

function fingerprint(name: string | null, planar: string): string {
  return JSON.stringify([name, planar])
}
