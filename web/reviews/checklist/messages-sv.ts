import { CHECKLIST_NAMES } from '../../../server/reviews/checklist/messages.ts'

/** The messages of a review's checklist in Swedish. */
export const checklistSv = {
  ...CHECKLIST_NAMES.sv,
  lead: 'Frågor om platsen som den blir. Ingen måste besvaras.',
  becomesPublic:
    'Svaren och texterna följer med i det offentliga underlaget när underlaget låses. Det de vilar på stannar hos staden.',
  frozen: (version: string) => `Står som den var när underlaget låstes. Version ${version}.`,
  empty: 'Ingen fråga är besvarad.',
  progress: (done: string, all: string) => `${done} av ${all} besvarade`,
  unsaved: 'Det finns ändringar som inte är sparade.',
  save: 'Spara checklistan',
  text: 'Kommentar (valfri)',
  clear: 'Ta bort svaret',
  add: 'Lägg till något som svaret vilar på',
  choose: 'Välj …',
  remove: (words: string) => `Ta bort: ${words}`,
  loading: 'Läser frågorna …',
}

export type ChecklistMessages = typeof checklistSv
