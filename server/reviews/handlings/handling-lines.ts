import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import type { Handling, HandlingFigure } from './handling-document.ts'
import { type Register, REGISTERS } from '../../engine/disclosure/registers.ts'
import type { ShownCount } from '../../engine/disclosure/rounding.ts'

type Language = 'sv' | 'en'
export type Line = Readonly<Record<Language, string>>

/** Who recorded, as a sentence begins with it. */
export const REGISTER_NAMES: Readonly<Record<Register, Line>> = {
  police: { sv: 'Anmält till polisen', en: 'Reported to the police' },
  city: { sv: 'Rapporterat till kommunen', en: 'Reported to the city' },
  other: { sv: 'Rapporterat av andra', en: 'Reported by others' },
}

/** A count in words. Five and more are rounded, and so said to be about. */
export function countInWords(count: ShownCount): Line {
  if (count === 'few') return { sv: 'färre än 5', en: 'fewer than 5' }
  if (count === 'not-covered') return { sv: 'kan inte jämföras', en: 'cannot be compared' }
  if (count === 'withheld') return { sv: 'redovisas inte', en: 'not shown' }
  return { sv: `omkring ${count}`, en: `about ${count}` }
}

/** How a zone is called. */
export function zoneInWords({ fromMetres, toMetres }: Handling['zones'][number]): Line {
  if (toMetres === 0) return { sv: 'området', en: 'the site' }
  if (fromMetres === 0)
    return { sv: `inom ${toMetres} m från området`, en: `within ${toMetres} m of the site` }
  return {
    sv: `${fromMetres}–${toMetres} m från området`,
    en: `${fromMetres}–${toMetres} m from the site`,
  }
}

/**
 * That incidents at premises are left out. It stands in every handling, and says neither that there are any nor how many: in
 * a place without a school, to say so would be to tell of a shelter.
 */
export const PREMISES_LEFT_OUT: Line = {
  sv: 'Händelser vid skolor, vårdboenden, vårdmottagningar, trossamfund och skyddade boenden ingår inte i siffrorna, vare sig det finns sådana här eller inte; de räknas bara i hela områdens siffror.',
  en: 'Incidents at schools, care homes, clinics, congregations and shelters are not in these figures, whether or not there are any here; they count in the figures of whole areas alone.',
}

/** The figures in words: a sentence for each zone and register that anything is told of, and what they leave out. */
export function handlingLines(handling: Handling): readonly Line[] {
  const lines = linesOfZones(handling)
  return lines.length > 0 && handling.premisesLeftOut === true ? [...lines, PREMISES_LEFT_OUT] : lines
}

function linesOfZones(handling: Handling): readonly Line[] {
  return handling.zones.flatMap((zone) =>
    REGISTERS.flatMap((register) => {
      const own = handling.figures.filter(
        (figure) => figure.zone === zone.zone && figure.register === register,
      )
      return own.every(({ count }) => count === 'withheld')
        ? []
        : [sentence(register, zoneInWords(zone), own)]
    }),
  )
}

function sentence(register: Register, zone: Line, figures: readonly HandlingFigure[]): Line {
  const say = (language: Language) => {
    const parts = figures
      .filter(({ count }) => count !== 'withheld')
      .map(({ group, count }) => {
        const name = CATEGORY_GROUPS.find(({ code }) => code === group)![language].toLowerCase()
        return `${name} ${countInWords(count)[language]}`
      })
    return `${REGISTER_NAMES[register][language]}, ${zone[language]}: ${parts.join('; ')}.`
  }
  return { sv: say('sv'), en: say('en') }
}
