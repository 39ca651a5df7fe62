import type { RankEvidence } from '../evidence.ts'
import { type DraftFinding, namesOf, plain } from './draft.ts'
import { NUMBERS } from './numbers.ts'

const UNRANKED: Readonly<
  Record<Exclude<RankEvidence['status'], 'ok'>, { readonly sv: string; readonly en: string }>
> = {
  'too-large': {
    sv: 'området är större än 50 hektar och jämförs inte med andra platser.',
    en: 'the area is larger than 50 hectares and is not compared with other places.',
  },
  'too-few-places': {
    sv: 'färre än 30 jämförbara platser utan gemensamma rutor finns, så platsen jämförs inte med andra.',
    en: 'there are fewer than 30 comparable places without cells in common, so the site is not compared with others.',
  },
  'outside-population': {
    sv: 'platsen ligger utanför undersökningsområdet och jämförs inte med andra.',
    en: 'the site lies outside the study area and is not compared with others.',
  },
}

/** The finding on how many comparable places have more; never a grade. */
export function rankFinding(rank: RankEvidence): DraftFinding {
  const group = namesOf(rank.group)
  const id = `rank-${rank.group}`
  const { status, interval } = rank
  if (status !== 'ok' || interval === null) {
    const { sv, en } = UNRANKED[status === 'ok' ? 'too-few-places' : status]
    return plain(id, 'too-few', [rank.id], `${group.sv}: ${sv}`, `${group.en}: ${en}`, false)
  }
  const [sv, en] = [NUMBERS.sv, NUMBERS.en].map(({ count, percent }) => ({
    more: count(rank.more),
    places: count(rank.places),
    range: `95 % ${percent(interval.low).replace(' %', '')}–${percent(interval.high)}`,
  }))
  const near = rank.whole ? { sv: '', en: '' } : { sv: ' inom 40 km', en: ' within 40 km' }
  const middle = rank.apart
    ? { sv: '', en: '' }
    : { sv: ' Går inte att skilja från mitten.', en: ' Not told apart from the middle.' }
  return plain(
    id,
    'rank',
    [rank.id],
    `${group.sv}: ${sv!.more} av ${sv!.places} jämförbara platser${near.sv} har fler anmälda händelser (${sv!.range}).${middle.sv}`,
    `${group.en}: ${en!.more} of ${en!.places} comparable places${near.en} have more reports (${en!.range}).${middle.en}`,
    rank.apart,
  )
}
