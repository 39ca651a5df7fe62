import type { Language } from './language.ts'
import type { Perspective } from './perspectives.ts'

/** The language (BCP 47) of the city's own texts, in whatever language the page is. */
export const CITY_LANGUAGE = 'sv'

/** Names of the cross-cutting perspectives. */
export const PERSPECTIVE_NAMES: Readonly<Record<Language, Readonly<Record<Perspective, string>>>> = {
  sv: {
    gender: 'Jämställdhet',
    child: 'Barn',
    disability: 'Funktionsnedsättning',
    lgbtq: 'Hbtq',
    elderly: 'Äldre',
    sustainability: 'Agenda 2030',
  },
  en: {
    gender: 'Gender equality',
    child: 'Children',
    disability: 'Disability',
    lgbtq: 'LGBTQ',
    elderly: 'The elderly',
    sustainability: 'Agenda 2030',
  },
}
