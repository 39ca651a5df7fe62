import { betaTails } from '../../engine/statistics/special/incomplete-beta.ts'
import type { ProfileEvidence } from '../evidence.ts'
import { ALPHA, type DraftFinding, namesOf } from './draft.ts'
import { NUMBERS } from './numbers.ts'

/** When evening and night begin; where hours are told by parts of the day, the night alone. */
const NIGHT_FROM = { hours: 18, parts: 22 } as const
const NIGHT_TO = 6
/** With fewer of known time, a share of them says nothing. */
const LEAST_KNOWN = 20

function nightShare(
  rows: ProfileEvidence['here'],
  nightFrom: number,
): { readonly night: number; readonly all: number } {
  let night = 0
  let all = 0
  for (const row of rows) {
    row.forEach((count, hour) => {
      all += count
      if (hour >= nightFrom || hour < NIGHT_TO) night += count
    })
  }
  return { night, all }
}

/** Whether a group falls more, or less, in the evening and night here than in the city; nothing when too few are timed. */
export function profileFindings(
  profile: ProfileEvidence,
  fineness: keyof typeof NIGHT_FROM,
): readonly DraftFinding[] {
  const nightFrom = NIGHT_FROM[fineness]
  const here = nightShare(profile.here, nightFrom)
  const city = nightShare(profile.city, nightFrom)
  if (profile.knownTime < LEAST_KNOWN || city.night <= 0 || city.night >= city.all) return []
  const group = namesOf(profile.group)
  const share = here.night / here.all
  const usual = city.night / city.all
  const say = (q: number | null) => ({
    sv: `${group.sv}: ${NUMBERS.sv.percent(share)} av händelserna med känd tid i området och dess närmaste omgivning inträffade kl. ${nightFrom}–06, i hela staden ${NUMBERS.sv.percent(usual)}.${q !== null && q <= ALPHA ? '' : ' Ingen säker skillnad.'}`,
    en: `${group.en}: ${NUMBERS.en.percent(share)} of the reports of known time in the area and close round it fell between ${nightFrom}:00 and 06:00, in the whole city ${NUMBERS.en.percent(usual)}.${q !== null && q <= ALPHA ? '' : ' No certain difference.'}`,
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
function binomialTwoSided(hits: number, trials: number, share: number): number {
  const misses = trials - hits
  const atLeast = hits > 0 ? betaTails(hits, misses + 1, share)[0] : 1
  const atMost = misses > 0 ? betaTails(hits + 1, misses, share)[1] : 1
  return Math.min(1, 2 * Math.min(atLeast, atMost))
}
