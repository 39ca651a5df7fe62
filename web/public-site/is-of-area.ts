import type { ReleaseArea } from '../releases/release.ts'

/** Between the names of districts that a release merges into one area. */
const MERGED = ' + '

/** Whether something of some districts, by name, is of an area of the releases. */
export function isOfArea({ name }: Pick<ReleaseArea, 'name'>, districts: readonly string[]): boolean {
  const parts = name.split(MERGED)
  return districts.some((district) => parts.includes(district))
}
