import type { EvidenceZone } from '../evidence.ts'

type Phrase = { readonly sv: string; readonly en: string }

/** The zone of a count, as a phrase within a sentence. */
export function zonePhrase({ zone, rule, fromMetres, toMetres }: EvidenceZone): Phrase {
  if (zone > 0) {
    return fromMetres === 0
      ? { sv: `inom ${toMetres} m från platsen`, en: `within ${toMetres} m of the site` }
      : { sv: `${fromMetres}–${toMetres} m från platsen`, en: `${fromMetres}–${toMetres} m from the site` }
  }
  return rule === 'margin'
    ? { sv: `på platsen och ${toMetres} m omkring`, en: `on the site and ${toMetres} m around it` }
    : rule === 'inner-point'
      ? { sv: 'i rutan där platsen ligger', en: 'in the cell that the site lies in' }
      : { sv: 'på platsen', en: 'on the site' }
}

/** The name of a zone. */
export function zoneName({ zone, rule, fromMetres, toMetres, cells }: EvidenceZone): Phrase {
  if (zone > 0) return { sv: `${fromMetres}–${toMetres} m`, en: `${fromMetres}–${toMetres} m` }
  if (cells === undefined) return { sv: 'Området', en: 'The area' }
  return rule === 'margin'
    ? { sv: `Platsen och ${toMetres} m omkring`, en: `The site and ${toMetres} m around it` }
    : rule === 'inner-point'
      ? { sv: 'Rutan där platsen ligger', en: 'The cell that the site lies in' }
      : { sv: 'Platsen', en: 'The site' }
}
