import { useSite } from '../site-context.ts'
import { useCity } from './city.ts'

/** Names of groups and categories in the chosen language, by code. */
export function useCategoryName(): (code: string) => string {
  const city = useCity()
  const { language } = useSite()
  return (code) => city.nameOf(code, language.value)
}
