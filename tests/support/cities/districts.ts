import type { FeatureRepository } from '../../../server/layers/repository.ts'

/** Stores a small district and gives its id. */
export async function insertDistrict(features: FeatureRepository, name: string): Promise<number> {
  const planar = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [674_000, 6_580_000],
        [675_000, 6_580_000],
        [675_000, 6_581_000],
        [674_000, 6_580_000],
      ],
    ],
  }
  const properties = {
    kind: 'district' as const,
    name,
    validFrom: null,
    validTo: null,
    residents: 4000,
    visitors: null,
    exposureSource: null,
    derived: false,
  }
  return (await features.insert('areas', { planar, properties })).id
}
