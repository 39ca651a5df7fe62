import type { EvidenceZone, Provenance } from '../evidence.ts'
import { type DraftFinding, plain } from './draft.ts'
import { NUMBERS } from './numbers.ts'
import { zoneName } from './zone-phrases.ts'

const HECTARE_M2 = 10_000

/** Said of the site itself: how many cells it is, or that it lies outside the study area. */
export function siteFinding(site: EvidenceZone): DraftFinding {
  const { cells = [], landM2 } = site
  if (cells.length === 0)
    return plain(
      'site',
      'coverage',
      [],
      'Platsen ligger utanför stadens undersökningsområde, där händelser inte räknas. Kan inte jämföras.',
      'The site lies outside the study area, where incidents are not counted. Cannot be compared.',
      false,
    )
  const name = zoneName(site)
  const [sv, en] = [NUMBERS.sv, NUMBERS.en].map((n) => n.ratio(landM2 / HECTARE_M2))
  const many = cells.length !== 1
  return plain(
    'site',
    'site',
    [],
    `${name.sv}: ${NUMBERS.sv.count(cells.length)} ${many ? 'rutor' : 'ruta'}, ${sv} ha.`,
    `${name.en}: ${NUMBERS.en.count(cells.length)} ${many ? 'cells' : 'cell'}, ${en} ha.`,
  )
}

/** Said when the sources do not cover the period that was asked for. */
export function coverageFindings(covered: boolean, sources: Provenance['sources']): readonly DraftFinding[] {
  if (sources.length === 0) {
    return [
      plain(
        'coverage',
        'coverage',
        [],
        'Ingen källa kan redovisas för platsen. Kan inte jämföras.',
        'No source can be told of for the place. Cannot be compared.',
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
