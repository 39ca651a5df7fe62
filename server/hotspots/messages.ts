import type { Texts } from '../engine/texts.ts'

/** Why two periods cannot be compared. */
export const COMPARISON_REFUSALS = {
  open: {
    sv: 'Välj en period som har en början. Hela tiden kan inte jämföras med en tidigare period.',
    en: 'Choose a period that has a beginning. All time cannot be compared with an earlier period.',
  },
  overlap: {
    sv: 'Perioden är längre än så många år bakåt som den ska jämföras med. Välj en kortare period.',
    en: 'The period is longer than the years back that it is compared with. Choose a shorter one.',
  },
  notCovered: {
    sv: 'Källorna täcker inte båda perioderna helt. De kan därför inte jämföras.',
    en: 'The sources do not cover both periods whole. They cannot be compared.',
  },
  unequal: {
    sv: 'Bara en del av perioden har avslutats. Välj en period som är avslutad.',
    en: 'Only a part of the period has ended. Choose a period that has.',
  },
} as const satisfies Readonly<Record<string, Texts>>

/** How a difference surface is made. */
export const CHANGE_METHOD: Texts = {
  sv: 'Rutan och dess grannar, antalet nu mot antalet samma dagar ett tidigare år: exakt betingat binomialtest med 95 % intervall (Przyborowski & Wilenski 1940; Clopper & Pearson 1934), justerat för alla rutor i staden (Benjamini & Hochberg 1995, 5 %). Antalen antas oberoende; händelser som kommer i klungor gör intervallen för smala.',
  en: 'The cell and its neighbours, the number now against that of the same days of an earlier year: exact conditional binomial test with a 95 % interval (Przyborowski & Wilenski 1940; Clopper & Pearson 1934), adjusted over every cell of the city (Benjamini & Hochberg 1995, 5 %). Counts are taken as independent; incidents that come in clusters make the intervals too narrow.',
}
