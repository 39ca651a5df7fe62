import type { Geometry } from 'geojson'
import { DomainError } from '../domain/errors.ts'
import type { ContextFeature, PremisesKind } from '../domain/features.ts'
import type { FeatureRepository } from '../domain/ports.ts'
import type { Transform } from '../snapshot/transform.ts'
import { areaOutline } from './areas-import-geometry.ts'
import type { AreaRecord } from './areas-import-records.ts'

/** As the names of stations: close by. */
const RANK = 4

export interface PremisesImport {
  readonly kind: PremisesKind
  readonly isNamed: boolean
  /** From the file's CRS to the city's. */
  readonly transform: Transform
}

/**
 * Puts the premises of a file, points or outlines, in the place of all of their kind: a register is given whole, and what has
 * closed is sheltered no longer. Releases tell of incidents at them in the figures of whole areas alone.
 *
 * @throws DomainError `invalid-geometry` for the first that cannot be used; nothing is changed then
 */
export async function importPremises(
  records: readonly AreaRecord[],
  { kind, isNamed, transform }: PremisesImport,
  features: Pick<FeatureRepository, 'readAll' | 'replaceContext'>,
): Promise<{ readonly imported: number; readonly unchanged: number; readonly notices: readonly string[] }> {
  const given = records.map((record) => {
    return { kind, name: isNamed ? record.name : null, rank: RANK, planar: groundOf(record, transform) }
  })
  const stored = (await features.readAll()).context.filter((feature) => feature.kind === kind)
  const known = new Set(stored.map(fingerprint))
  const unchanged = given.filter((feature) => known.has(fingerprint(feature))).length
  if (unchanged < given.length || stored.length !== given.length) await features.replaceContext(given, kind)
  return { imported: given.length - unchanged, unchanged, notices: [] }
}

function groundOf({ geometry, name }: AreaRecord, transform: Transform): Geometry {
  const planar = pointOf(geometry, transform) ?? areaOutline(geometry, transform)
  if ('type' in planar) return planar
  if ('planar' in planar) return planar.planar
  const rule = 'is a Point, or the outline that it has cannot be used'
  throw new DomainError('invalid-geometry', `${name}: the geometry breaks the rule that it ${rule}.`, {
    problems: [{ field: 'geometry', value: name, rule: planar.rule }],
  })
}

function pointOf(geometry: unknown, transform: Transform): Geometry | null {
  if (typeof geometry !== 'object' || geometry === null) return null
  const { type, coordinates } = geometry as { readonly type?: unknown; readonly coordinates?: unknown }
  if (type !== 'Point' || !Array.isArray(coordinates)) return null
  const [x, y] = coordinates as unknown[]
  const at = typeof x === 'number' && typeof y === 'number' ? transform(x, y) : null
  return at === null ? null : { type: 'Point', coordinates: [at[0], at[1]] }
}

function fingerprint({ name, planar }: Pick<ContextFeature, 'name' | 'planar'>): string {
  return JSON.stringify([name, planar])
}
