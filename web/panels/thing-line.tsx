import { thingWords } from '../i18n/thing-words.ts'
import { CityText } from '../shell/city-text.tsx'
import { categoryName } from '../state/category-names.ts'
import type { Thing } from '../state/thing.ts'
import { useWorkspace } from '../state/workspace-context.ts'

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
