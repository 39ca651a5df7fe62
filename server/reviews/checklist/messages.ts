import type { Language } from '../../platform/language.ts'
import type { ChecklistPointer, ChecklistResponse } from './checklist.ts'

/** Names used alike by the page, the documents and the annex. */
export interface ChecklistNames {
  readonly title: string
  readonly responses: Readonly<Record<ChecklistResponse, string>>
  /** What a response rests on, by kind. */
  readonly kinds: Readonly<Record<ChecklistPointer['kind'], string>>
  readonly response: string
  readonly restsOn: string
  /** What is pointed at and not found, or not open to the reader. */
  readonly gone: string
  readonly version: (version: string) => string
}

export const CHECKLIST_NAMES: Readonly<Record<Language, ChecklistNames>> = {
  sv: {
    title: 'Checklista',
    responses: { yes: 'Ja', partly: 'Delvis', no: 'Nej', not_relevant: 'Inte relevant' },
    kinds: {
      finding: 'Iakttagelse i underlaget',
      figure: 'Siffra i underlaget',
      need: 'Lokalt behov',
      'walk-finding': 'Trygghetsvandring',
    },
    response: 'Svar',
    restsOn: 'Vilar på',
    gone: 'finns inte längre, eller är inte öppet för dig',
    version: (version) => `Version ${version}.`,
  },
  en: {
    title: 'Checklist',
    responses: { yes: 'Yes', partly: 'Partly', no: 'No', not_relevant: 'Not relevant' },
    kinds: {
      finding: 'Finding of the evidence',
      figure: 'Figure of the evidence',
      need: 'Local need',
      'walk-finding': 'Safety walk',
    },
    response: 'Response',
    restsOn: 'Rests on',
    gone: 'is no longer there, or not open to you',
    version: (version) => `Version ${version}.`,
  },
}

/** Rules of what is filled in. */
export const CHECKLIST_RULES = {
  version: (version: string) => ({
    sv: `ska vara ${version}: läs om granskningen`,
    en: `is ${version}: read the review again`,
  }),
  locked: {
    sv: 'Underlaget är låst: checklistan står som den var då.',
    en: 'The evidence is locked: the checklist stays as it was then.',
  },
  question: {
    sv: 'är ingen fråga i checklistan: läs om granskningen',
    en: 'is no question of the checklist: read the review again',
  },
  pointer: {
    sv: 'pekar på något som inte finns i granskningens underlag eller intill förslaget: läs om granskningen och välj igen',
    en: 'points at what is neither in the review’s evidence nor near the proposal: read the review again and choose anew',
  },
}
