import { featureText } from './feature-text.ts'
import { CityText } from '../ui/city-text.tsx'
import { useCategoryName } from '../app/city/category-names.ts'
import type { MapFeature } from './map-feature.ts'
import { useLayerMessages } from './messages.ts'

/** A feature of a layer in one line. */
export function FeatureLine({ feature }: { readonly feature: MapFeature }) {
  const categoryName = useCategoryName()
  const { what, name, caseNumber } = featureText(feature, useLayerMessages(), categoryName)
  return (
    <>
      {what}
      {name !== null && (
        <>
          : <CityText>{name}</CityText>
        </>
      )}
      {caseNumber !== null && ` (${caseNumber})`}
    </>
  )
}
