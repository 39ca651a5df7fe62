export interface Category {
  readonly code: string
  readonly sv: string
  readonly en: string
  readonly group: CategoryGroupCode | null
  /** Shown city-wide and yearly only outside the analysts' view. */
  readonly sensitive: boolean
}

export type CategoryGroupCode = 'people' | 'property' | 'order' | 'environment'

export interface CategoryGroup {
  readonly code: CategoryGroupCode
  readonly sv: string
  readonly en: string
}

/** Groups are never summed by default: litter and violence are not comparable. */
export const CATEGORY_GROUPS: readonly CategoryGroup[] = [
  { code: 'people', sv: 'Våld och hot', en: 'Violence and threats' },
  { code: 'property', sv: 'Egendom', en: 'Property' },
  { code: 'order', sv: 'Ordning', en: 'Public order' },
  { code: 'environment', sv: 'Skötsel', en: 'Upkeep' },
]

const category = (
  code: string,
  sv: string,
  en: string,
  group: CategoryGroupCode | null,
  sensitive = false,
): Category => ({ code, sv, en, group, sensitive })

/**
 * The incident categories. The position in this list is the category's index in every snapshot and is part of
 * the snapshot version, so the list is append-only.
 */
export const CATEGORIES: readonly Category[] = [
  category('violence', 'Våld', 'Violence', 'people'),
  category('threat_harassment', 'Hot och ofredande', 'Threats and harassment', 'people'),
  category('robbery', 'Rån', 'Robbery', 'people'),
  category('sexual_offence', 'Sexualbrott', 'Sexual offences', null, true),
  category('theft', 'Stöld', 'Theft', 'property'),
  category('burglary', 'Inbrott', 'Burglary', 'property'),
  category('vandalism', 'Skadegörelse', 'Vandalism', 'property'),
  category('graffiti', 'Klotter', 'Graffiti', 'property'),
  category('arson_fire', 'Brand', 'Arson and fire', 'property'),
  category('drugs', 'Narkotika', 'Drugs', 'order'),
  category('weapons', 'Skjutning, vapen, sprängning', 'Shootings, weapons, explosions', 'people'),
  category('public_drunkenness', 'Fylleri', 'Public drunkenness', 'order'),
  category('disorder', 'Ordningsstörning', 'Disorder', 'order'),
  category('vehicle_nuisance', 'Buskörning', 'Vehicle nuisance', 'order'),
  category('litter', 'Nedskräpning', 'Litter', 'environment'),
  category('lighting_fault', 'Trasig belysning', 'Broken lighting', 'environment'),
  category('other', 'Övrigt', 'Other', null),
]

const INDEX_BY_CODE: ReadonlyMap<string, number> = new Map(CATEGORIES.map((c, index) => [c.code, index]))

/** The index of a category code, or undefined when there is no such category. */
export function categoryIndex(code: string): number | undefined {
  return INDEX_BY_CODE.get(code)
}

/** Indexes of the categories of a group, in list order. */
export function categoriesOfGroup(group: CategoryGroupCode): readonly number[] {
  return CATEGORIES.flatMap((c, index) => (c.group === group ? [index] : []))
}

/** Index in CATEGORY_GROUPS by category index, −1 for a category of no group. */
export const GROUP_OF_CATEGORY: Int8Array = Int8Array.from(CATEGORIES, (c) =>
  CATEGORY_GROUPS.findIndex((group) => group.code === c.group),
)
