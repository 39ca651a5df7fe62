import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import type { Finding } from '../evidence.ts'

/** A finding before the family of tests is adjusted: `p` takes part in the adjustment, null does not. */
export interface DraftFinding {
  readonly id: string
  readonly kind: Finding['kind']
  readonly evidence: readonly string[]
  readonly p: number | null
  /** The sentence, once the adjusted q is known (null without a test). */
  say(q: number | null): { readonly sv: string; readonly en: string; readonly conclusive: boolean }
}

/** Differences are reported up to this adjusted q. */
export const ALPHA = 0.05

/** A finding whose wording depends on no test. */
export function plain(
  id: string,
  kind: Finding['kind'],
  evidence: readonly string[],
  sv: string,
  en: string,
  conclusive = true,
): DraftFinding {
  return { id, kind, evidence, p: null, say: () => ({ sv, en, conclusive }) }
}

/** The names of a group in both languages. */
export function namesOf(group: string): { readonly sv: string; readonly en: string } {
  const found = CATEGORY_GROUPS.find((g) => g.code === group)
  return found === undefined ? { sv: group, en: group } : { sv: found.sv, en: found.en }
}

/** `a, b och c` / `a, b and c`. */
export function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)!}`
}
