/**
 * Words by which a type of incident betrays its category, Swedish and English, the more particular before the more
 * general. A guess for a person to look over, never used without having been seen.
 */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/sex|våldtäkt|rape|prostitution|obscen|indecen/i, 'sexual_offence'],
  [/rån|robbery/i, 'robbery'],
  [/inbrott|burglar/i, 'burglary'],
  [/klotter|graffiti/i, 'graffiti'],
  [/mordbrand|brand|arson|fire(?!arm)/i, 'arson_fire'],
  [/skadegör|damage|vandal/i, 'vandalism'],
  [/vapen|skott|skjut|sprängning|weapon|shooting|explosion|firearm|gun/i, 'weapons'],
  [/hot\b|hot,|ofredande|threat|harass|stalking|intimidat/i, 'threat_harassment'],
  [/våld|misshandel|mord|slagsmål|violen|assault|battery|homicide|kidnap/i, 'violence'],
  [/narkotika|drug|narcotic/i, 'drugs'],
  [/fylleri|drunk|liquor|alcohol/i, 'public_drunkenness'],
  [/buskör|moped/i, 'vehicle_nuisance'],
  [/nedskräp|skräp|litter|dumping|waste/i, 'litter'],
  [/belysning|lampa|lighting|street ?light/i, 'lighting_fault'],
  [/stöld|snatteri|theft|shoplift|stealing/i, 'theft'],
  [/ordning|disorder|anti-?social|nuisance|trespass|public peace|public order/i, 'disorder'],
]

/** The category that a text of the file seems to mean; `other` when none shows. */
export function guessCategory(text: string): string {
  return WORDS.find(([form]) => form.test(text))?.[1] ?? 'other'
}
