import type { CountEvidence, EvidencePeriod, EvidenceZone } from '../evidence.ts'
import { ALPHA, type DraftFinding, namesOf, plain } from './draft.ts'
import { monthsOf, otherPeriod } from './month-text.ts'
import { NUMBERS } from './numbers.ts'
import { zonePhrase } from './zone-phrases.ts'

/** With fewer in both periods together only drastic differences are detectable. */
const FEW_TOGETHER = 50

/**
 * One statement on a group's count in a zone beside the same period a year earlier.
 *
 * @param periods those of the evidence: a period other than the check's is named in the sentence
 */
export function changeFinding(
  count: CountEvidence,
  zone: EvidenceZone,
  periods: readonly EvidencePeriod[],
): DraftFinding {
  const group = namesOf(count.group!)
  const place = inPeriod(zonePhrase(zone), otherPeriod(count, periods))
  const id = `change-${count.group}-${count.zone}`
  if (count.yearEarlier === null) return withoutComparison(id, count, group, place)
  if (count.count === 0 && count.yearEarlier === 0) return nothingRecorded(id, count, group, place)
  return {
    id,
    kind: 'change',
    evidence: [count.id],
    p: count.p,
    say(q) {
      const conclusive = q !== null && q <= ALPHA
      const few = count.count + count.yearEarlier! < FEW_TOGETHER
      return {
        sv: `${group.sv}: ${counts(count, 'sv', place.sv)} ${verdict(conclusive, few).sv}${spread(count).sv}`,
        en: `${group.en}: ${counts(count, 'en', place.en)} ${verdict(conclusive, few).en}${spread(count).en}`,
        conclusive,
      }
    },
  }
}

function counts(count: CountEvidence, language: 'sv' | 'en', place: string): string {
  const n = NUMBERS[language]
  const interval = count.ratioInterval
  const ratio =
    interval === null
      ? ''
      : count.ratio === null
        ? ` (95 % ${n.range(interval)})`
        : language === 'sv'
          ? ` (kvot ${n.ratio(count.ratio)}; 95 % ${n.range(interval)})`
          : ` (ratio ${n.ratio(count.ratio)}; 95 % ${n.range(interval)})`
  return language === 'sv'
    ? `${n.count(count.count)} anmälda händelser ${place} mot ${n.count(count.yearEarlier!)} samma tid året före${ratio}.`
    : `${n.count(count.count)} reports ${place} against ${n.count(count.yearEarlier!)} in the same period a year earlier${ratio}.`
}

function verdict(conclusive: boolean, few: boolean): { readonly sv: string; readonly en: string } {
  if (conclusive) {
    return {
      sv: 'Skillnaden är större än vad slumpen brukar ge.',
      en: 'The difference is larger than chance usually gives.',
    }
  }
  return few
    ? { sv: 'För få för att avgöra.', en: 'Too few to tell.' }
    : { sv: 'Ingen säker skillnad.', en: 'No certain difference.' }
}

function spread(count: CountEvidence): { readonly sv: string; readonly en: string } {
  return count.scaled
    ? {
        sv: ' Antalet varierar mycket mellan månader; intervallet är vidgat.',
        en: ' The counts vary much from month to month; the interval is widened.',
      }
    : { sv: '', en: '' }
}

type Phrases = { readonly sv: string; readonly en: string }

function withoutComparison(id: string, count: CountEvidence, group: Phrases, place: Phrases): DraftFinding {
  return plain(
    id,
    'change',
    [count.id],
    `${group.sv}: ${NUMBERS.sv.count(count.count)} anmälda händelser ${place.sv}. Kan inte jämföras med samma tid året före: källorna täcker inte båda perioderna, eller så överlappar de.`,
    `${group.en}: ${NUMBERS.en.count(count.count)} reports ${place.en}. Cannot be compared with the same period a year earlier: the sources do not cover both, or they overlap.`,
    false,
  )
}

function nothingRecorded(id: string, count: CountEvidence, group: Phrases, place: Phrases): DraftFinding {
  return plain(
    id,
    'none-recorded',
    [count.id],
    `${group.sv}: inga registrerade händelser ${place.sv} i dessa källor. Det betyder inte att inget har hänt.`,
    `${group.en}: none recorded ${place.en} in these sources. That does not mean nothing happened.`,
    false,
  )
}

function inPeriod(place: Phrases, period: EvidencePeriod | undefined): Phrases {
  if (period === undefined) return place
  const [sv, en] = (['sv', 'en'] as const).map((language) => monthsOf(period, language))
  return { sv: `${place.sv} (hela kvartal, ${sv})`, en: `${place.en} (whole quarters, ${en})` }
}
