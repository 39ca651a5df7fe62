import type { Workspace } from '../../workspace/workspace.ts'

/** Names of groups and categories in the chosen language; a code that is not known is its own name. */
export function categoryName({ city, language }: Pick<Workspace, 'city' | 'language'>, code: string): string {
  const known = city.state.value.value?.categories
  const named = known?.groups.find((g) => g.code === code) ?? known?.categories.find((c) => c.code === code)
  return named?.[language.value] ?? code
}
