import { thingWords } from './thing-words.ts'
import { CityText } from '../ui/city-text.tsx'
import { useCategoryName } from '../app/city/category-names.ts'
import type { Thing } from './thing.ts'
import { useTexts } from '../app/site-context.ts'

/** A thing of a layer in one line. */
export function ThingLine({ thing }: { readonly thing: Thing }) {
  const categoryName = useCategoryName()
  const { what, name, caseNumber } = thingWords(thing, useTexts(), categoryName)
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
