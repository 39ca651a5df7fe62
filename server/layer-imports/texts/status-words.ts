/** What the texts of a status mean, where everybody would say so. */
const WORDS: readonly (readonly [RegExp, 'planned' | 'active' | 'removed'])[] = [
  [
    /^(?:planned|planerad|planeras|beslutad|föreslagen|proposed|ansökt|projekterad|kommande|upcoming)$/,
    'planned',
  ],
  [
    /^(?:active|aktiv|i drift|drift|driftsatt|in use|in service|operational|installed|installerad|uppsatt|befintlig|existing|on|på|ja|yes|live|working)$/,
    'active',
  ],
  [
    /^(?:removed|borttagen|nedmonterad|nedtagen|avvecklad|avetablerad|decommissioned|dismantled|ur drift|ur bruk|out of service|inactive|inaktiv|avslutad|off|nej|no|retired)$/,
    'removed',
  ],
]

/** The status that a text means; null for a text that a person has to decide. */
export function statusOf(text: string): 'planned' | 'active' | 'removed' | null {
  const plain = text.trim().toLowerCase().replaceAll(/[_-]/g, ' ')
  return WORDS.find(([form]) => form.test(plain))?.[1] ?? null
}
