import type { Language } from '../platform/language.ts'
import type { ReviewSubject } from './review.ts'

/** What a review is of, in words. */
export const SUBJECT_NAMES: Readonly<Record<ReviewSubject, Readonly<Record<Language, string>>>> = {
  proposal: { sv: 'Byggnad eller plan', en: 'Building or plan' },
  lighting: { sv: 'Belysning', en: 'Lighting' },
  sight_lines: { sv: 'Sikt', en: 'Sight lines' },
  vehicle_barrier: { sv: 'Fordonshinder', en: 'Vehicle barriers' },
  guard_area: { sv: 'Ordningsvakter', en: 'Guards' },
  camera: { sv: 'Trygghetskameror', en: 'Safety cameras' },
  cleaning: { sv: 'Städning och skötsel', en: 'Cleaning and upkeep' },
  redesign: { sv: 'Ombyggnad av platsen', en: 'Redesign of the place' },
  activation: { sv: 'Aktiviteter på platsen', en: 'Activities at the place' },
  presence: { sv: 'Närvaro av personal', en: 'Presence of staff' },
  police_operation: { sv: 'Polisinsats', en: 'Police operation' },
  social_universal: { sv: 'Social insats för alla', en: 'Social measure for all' },
  communication: { sv: 'Kommunikation', en: 'Communication' },
}
