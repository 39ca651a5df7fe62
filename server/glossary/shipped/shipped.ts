import type { EntryVersion } from '../entry.ts'
import { CITY_TERMS } from './city-terms.ts'
import { DUTIES } from './duties.ts'
import type { ShippedEntry } from './shipped-entry.ts'
import { TARGET_GROUPS } from './target-groups.ts'
import { WORK_TERMS } from './work-terms.ts'

/** Version 0 of each entry: what came with the product. */
export const SHIPPED: readonly EntryVersion[] = [
  ...WORK_TERMS,
  ...CITY_TERMS,
  ...DUTIES,
  ...TARGET_GROUPS,
].map(versionOf)

function versionOf({ key, kind, sv, en }: ShippedEntry): EntryVersion {
  const plain = { forms: [], afterEffects: null, tools: null, notOnMap: null }
  const content = { kind, retired: false, sv: { ...plain, ...sv }, en: { ...plain, ...en } }
  return { key, revision: 0, content, changed: null }
}
