import type { RankEvidence } from '../evidence.ts'
import { type DraftFinding, namesOf, plain } from './draft.ts'
import { NUMBERS } from './numbers.ts'

/** How many comparable places have more; never a grade. */
export function rankFinding(rank: RankEvidence): DraftFinding {
  const group = namesOf(rank.group)
  const id = `rank-${rank.group}`
  const { count } = NUMBERS.sv
  if (rank.status === 'ok') {
    return plain(
      id,
      'rank',
      [rank.id],
      `${group.sv}: ${count(rank.more)} av ${count(rank.places)} jämförbara platser har fler anmälda händelser.`,
      `${group.en}: ${NUMBERS.en.count(rank.more)} of ${NUMBERS.en.count(rank.places)} comparable places have more reports.`,
    )
  }
  return plain(
    id,
    'too-few',
    [rank.id],
    rank.status === 'too-large'
      ? `${group.sv}: området är större än 50 hektar och jämförs inte med andra platser.`
      : `${group.sv}: färre än 30 jämförbara platser hittades, så området jämförs inte med andra.`,
    rank.status === 'too-large'
      ? `${group.en}: the area is larger than 50 hectares and is not compared with other places.`
      : `${group.en}: fewer than 30 comparable places were found, so the area is not compared with others.`,
    false,
  )
}
