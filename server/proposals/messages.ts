import type { Texts } from '../engine/texts.ts'

/** Why a file of a proposal is refused. */
export const PROPOSAL_FILE_MESSAGES = {
  manyOutlines: (max: number): Texts => ({
    sv: `filen har fler än ${max} ytor: välj ett lager, eller spara förslagets ytor för sig`,
    en: `the file has more than ${max} outlines: choose a layer, or save those of the proposal alone`,
  }),
  manyFeatures: (max: number): Texts => ({
    sv: `Filen har fler än ${max} objekt: spara förslagets ytor för sig.`,
    en: `The file has more than ${max} features: save those of the proposal alone.`,
  }),
  feature: (feature: number, rule: Texts): Texts => ({
    sv: `objekt ${feature} måste vara ett som ${rule.sv}`,
    en: `feature ${feature} must be one that ${rule.en}`,
  }),
  noFeatures: { sv: 'den har inga objekt', en: 'has no features' },
  noOutline: (why: Texts): Texts => ({
    sv: `Filen har ingen yta som går att använda: ${why.sv}.`,
    en: `The file has no outline that can be used: ${why.en}.`,
  }),
  optionsJson: {
    sv: 'måste vara JSON',
    en: 'must be JSON',
  },
} as const
