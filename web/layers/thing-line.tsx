import { thingWords } from './thing-words.ts'
import { CityText } from '../ui/city-text.tsx'
import { useCategoryName } from '../app/city/category-names.ts'
import type { Thing } from './thing.ts'
import { useLayerMessages } from './messages.ts'

/** A thing of a layer in one line. */
export function ThingLine({ thing }: { readonly thing: Thing }) {
  const categoryName = useCategoryName()
  const { what, name, caseNumber } = thingWords(thing, useLayerMessages(), categoryName)
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
