import { betaTails } from '../../engine/statistics/special/incomplete-beta.ts'
import type { ProfileEvidence } from '../evidence.ts'
import { ALPHA, type DraftFinding, namesOf } from './draft.ts'
import { NUMBERS } from './numbers.ts'

/** When the night begins: the last of the three parts of the day. */
const NIGHT_FROM = 22
const NIGHT_TO = 6
/** With fewer of known time no share is tested. */
const MIN_KNOWN = 20

function nightShare(rows: ProfileEvidence['here']): { readonly night: number; readonly all: number } {
  let night = 0
  let all = 0
  for (const row of rows) {
    row.forEach((count, hour) => {
      all += count
      if (hour >= NIGHT_FROM || hour < NIGHT_TO) night += count
    })
  }
  return { night, all }
}

/** Findings on groups with a larger or smaller share at night than in the city; none when too few have a known time. */
export function profileFindings(profile: ProfileEvidence): readonly DraftFinding[] {
  const here = nightShare(profile.here)
  const city = nightShare(profile.city)
  if (profile.knownTime < MIN_KNOWN || city.night <= 0 || city.night >= city.all) return []
  const group = namesOf(profile.group)
  const share = here.night / here.all
  const usual = city.night / city.all
  const say = (q: number | null) => ({
    sv: `${group.sv}: ${NUMBERS.sv.percent(share)} av händelserna med känd tid på platsen och i dess närmaste omgivning inträffade kl. ${NIGHT_FROM}–06, i hela staden ${NUMBERS.sv.percent(usual)}.${q !== null && q <= ALPHA ? '' : ' Ingen säker skillnad.'}`,
    en: `${group.en}: ${NUMBERS.en.percent(share)} of the reports of known time on the site and close round it fell between ${NIGHT_FROM}:00 and 06:00, in the whole city ${NUMBERS.en.percent(usual)}.${q !== null && q <= ALPHA ? '' : ' No certain difference.'}`,
    conclusive: q !== null && q <= ALPHA,
  })
  return [
    {
      id: `profile-${profile.group}`,
      kind: 'profile',
      evidence: [profile.id],
      p: binomialTwoSided(here.night, here.all, usual),
      say,
    },
  ]
}

/** Twice the smaller tail of a binomial count, in beta form, so that apportioned counts may be fractions. */
function binomialTwoSided(hits: number, faults: number, share: number): number {
  const misses = faults - hits
  const atLeast = hits > 0 ? betaTails(hits, misses + 1, share)[0] : 1
  const atMost = misses > 0 ? betaTails(hits + 1, misses, share)[1] : 1
  return Math.min(1, 2 * Math.min(atLeast, atMost))
}
