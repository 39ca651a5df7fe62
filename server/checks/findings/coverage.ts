import type { Provenance } from '../evidence.ts'
import { type DraftFinding, plain } from './draft.ts'

/** Said when the sources do not cover the period that was asked for. */
export function coverageFindings(covered: boolean, sources: Provenance['sources']): readonly DraftFinding[] {
  if (sources.length === 0) {
    return [
      plain(
        'coverage',
        'coverage',
        [],
        'Det finns inga källor för platsen. Kan inte jämföras.',
        'There are no sources for the place. Cannot be compared.',
        false,
      ),
    ]
  }
  if (covered) return []
  return [
    plain(
      'coverage',
      'coverage',
      [],
      'Källorna täcker inte hela perioden. Antal för tid utan källa saknas och är inte noll.',
      'The sources do not cover the whole period. Counts for time without a source are missing, not zero.',
      false,
    ),
  ]
}
