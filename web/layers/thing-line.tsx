import { thingWords } from './thing-words.ts'
import { CityText } from '../ui/city-text.tsx'
import { categoryName } from '../app/city/category-names.ts'
import type { Thing } from './thing.ts'
import { useWorkspace } from '../workspace/workspace-context.ts'

/** A thing of a layer in one line. */
export function ThingLine({ thing }: { readonly thing: Thing }) {
  const workspace = useWorkspace()
  const { what, name, caseNumber } = thingWords(thing, workspace.texts.value, (code) =>
    categoryName(workspace, code),
  )
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
