import { CHECKLIST_NAMES } from '../../../server/reviews/checklist/messages.ts'
import type { ChecklistMessages } from './messages-sv.ts'

/** The messages of a review's checklist in English. */
export const checklistEn: ChecklistMessages = {
  ...CHECKLIST_NAMES.en,
  lead: 'Questions about the place as it will be. None has to be answered.',
  becomesPublic:
    'The responses and texts go into the public document when the evidence is locked. What they rest on stays with the city.',
  frozen: (version: string) => `Stays as it was when the evidence was locked. Version ${version}.`,
  empty: 'No question is answered.',
  progress: (done: string, all: string) => `${done} of ${all} answered`,
  unsaved: 'There are changes that are not saved.',
  save: 'Save the checklist',
  text: 'Comment (optional)',
  clear: 'Remove the response',
  add: 'Add what the response rests on',
  choose: 'Choose …',
  remove: (words: string) => `Remove: ${words}`,
  loading: 'Reading the questions …',
}
