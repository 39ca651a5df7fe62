import type { Register } from '../../engine/disclosure/registers.ts'
import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import type { Language } from '../../platform/language.ts'
import type { ReleasedArea } from './released-areas.ts'

interface AreaMessages {
  readonly site: string
  /** What the page is about, without an area. */
  readonly about: string
  readonly lead: (name: string) => string
  readonly residents: (count: number) => string
  readonly help: string
  readonly rounded: string
  readonly quarters: string
  readonly years: string
  readonly kind: string
  readonly none: string
  readonly registers: Readonly<Record<Register, string>>
  readonly shown: Readonly<Record<'few' | 'not-covered' | 'withheld', string>>
  readonly all: string
  readonly page: string
  readonly other: string
  readonly demo: string
}

/** Words of the pages of areas that need no scripts, and of their links elsewhere. */
export const AREA_MESSAGES: Readonly<Record<Language, AreaMessages>> = {
  sv: {
    site: 'Trygghet i ditt område',
    about: 'Vad som anmälts i ditt område, hur trygga de boende känner sig, och vad som görs.',
    lead: (name) => `Vad som anmälts i ${name}, hur trygga de boende känner sig, och vad som görs.`,
    residents: (count) => `${count} boende`,
    help: 'Pågår det nu, eller är någon i fara? Ring 112. Har det redan hänt? Ring polisen på 114 14.',
    rounded:
      'Antal anmälda händelser, avrundade till närmaste 5. Färre än 5, också noll, visas på samma sätt.',
    quarters: 'Kvartal',
    years: 'År',
    kind: 'Slag och mottagare',
    none: 'Inget är publicerat om anmälningar i området.',
    registers: { police: 'anmält till polisen', city: 'anmält till staden', other: 'anmält till andra' },
    shown: { few: 'färre än 5', 'not-covered': 'kan inte jämföras', withheld: 'visas inte' },
    all: 'Alla områden, metoden och filer att hämta',
    page: 'Sidan med karta och sökning',
    other: 'In English',
    demo: 'Staden och allt i den är påhittat.',
  },
  en: {
    site: 'Safety in your area',
    about: 'What was reported in your area, how safe residents feel, and what is being done.',
    lead: (name) => `What was reported in ${name}, how safe residents feel, and what is being done.`,
    residents: (count) => `${count} residents`,
    help: 'Is it happening now, or is somebody in danger? Call 112. Has it already happened? Call the police on 114 14.',
    rounded: 'Reported incidents, rounded to the nearest 5. Fewer than 5, also none, is shown alike.',
    quarters: 'Quarters',
    years: 'Years',
    kind: 'Kind and receiver',
    none: 'Nothing has been published about reports in this area.',
    registers: {
      police: 'reported to the police',
      city: 'reported to the city',
      other: 'reported to others',
    },
    shown: { few: 'fewer than 5', 'not-covered': 'cannot be compared', withheld: 'not shown' },
    all: 'All areas, the method, and files to download',
    page: 'The page with map and search',
    other: 'På svenska',
    demo: 'The city and everything in it is made up.',
  },
}

type Figure = ReleasedArea['figures'][number]

/** Kind and receiver of a figure: `Egendom, anmält till polisen`. */
export function kindText(
  { group, register }: Pick<Figure, 'group' | 'register'>,
  language: Language,
): string {
  const name = CATEGORY_GROUPS.find(({ code }) => code === group)?.[language] ?? group
  return `${name}, ${AREA_MESSAGES[language].registers[register]}`
}

/** A released count in words. */
export function shownText({ count }: Pick<Figure, 'count'>, language: Language): string {
  return typeof count === 'number' ? String(count) : AREA_MESSAGES[language].shown[count]
}
