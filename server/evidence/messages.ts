/** Why a piece of evidence is refused, in both languages. */
export const EVIDENCE_RULES = {
  finding: {
    sv: 'den slutsatsen finns inte i någon granskning av platsen som du får läsa: den kan ha räknats om eller gallrats. Välj en annan',
    en: 'there is no such finding in a review of this place that you may read: it may have been computed again, or erased. Choose another',
  },
  cells: {
    sv: 'det finns ingen sådan siffra i platsens rutor som du får läsa: välj en som finns',
    en: 'there is no such figure of the place’s cells that you may read: choose one that there is',
  },
  period: {
    sv: 'räknas i hela månader som är över, våld och hot i hela kvartal: välj en sådan tid',
    en: 'is counted by whole months that are over, violence and threats by whole quarters: choose such a period',
  },
  order: { sv: 'sista dagen är före den första', en: 'the last day is before the first' },
  staffOnly: {
    sv: 'rutor och slutsatser av granskningar är bara för myndigheterna: välj den målgruppen',
    en: 'cells and findings of reviews are for the authorities alone: choose that audience',
  },
} as const
