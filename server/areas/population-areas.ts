import { createHash } from 'node:crypto'
import type { MultiPolygon } from 'geojson'
import type { PopulationAreas } from '../engine/lattice/population.ts'
import type { Area, AreaKind } from '../engine/snapshot/features.ts'

/** Kinds of area that may carry people, the finest first: one kind is used, so that nobody counts twice. */
const EXPOSED_KINDS: readonly AreaKind[] = ['base', 'district']

/**
 * What the population of cells is made from: study areas minus waters, and the people of base areas or, where those
 * carry none, of districts. Areas whose validity has ended are left out.
 *
 * @param derived a study area to take where none is stored
 */
export function populationAreas(
  areas: readonly Area[],
  derived: { readonly planar: MultiPolygon; readonly key: string } | null,
): PopulationAreas {
  const valid = areas.filter(({ properties }) => properties.validTo === null)
  const study = valid.filter(({ properties }) => properties.kind === 'study')
  const water = valid.filter(({ properties }) => properties.kind === 'water')
  const exposed = exposedAreas(valid)
  const used = [...study, ...water, ...exposed]
  const digest = createHash('sha256').update(derived?.key ?? '')
  for (const { id, revision } of used) digest.update(`|${id}.${revision}`)
  return {
    study: study.length === 0 && derived !== null ? [derived.planar] : study.map(({ planar }) => planar),
    water: water.map(({ planar }) => planar),
    exposed: exposed.map(({ planar, properties }) => ({
      planar,
      residents: properties.residents,
      visitors: properties.visitors,
    })),
    digest: digest.digest('hex').slice(0, 32),
    derived: study.length === 0 ? derived !== null : study.every(({ properties }) => properties.derived),
  }
}

function exposedAreas(areas: readonly Area[]): readonly Area[] {
  const withPeople = areas.filter(
    ({ properties }) => properties.residents !== null || properties.visitors !== null,
  )
  for (const kind of EXPOSED_KINDS) {
    const ofKind = withPeople.filter(({ properties }) => properties.kind === kind)
    if (ofKind.length > 0) return ofKind
  }
  return []
}

/** True when a study area is stored. */
export function hasStudyArea(areas: readonly Area[]): boolean {
  return areas.some(({ properties }) => properties.kind === 'study' && properties.validTo === null)
}
