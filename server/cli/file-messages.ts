import type { Texts } from '../engine/texts.ts'

/** Why a file that a command names is refused. */
export const FILE_MESSAGES = {
  noFile: (path: string): Texts => ({ sv: `Det finns ingen fil ${path}.`, en: `There is no file ${path}.` }),
  notJson: (path: string, why: string): Texts => ({
    sv: `${path} är inte JSON (${why}).`,
    en: `${path} is not JSON: ${why}`,
  }),
  larger: (path: string, megabytes: number): Texts => ({
    sv: `${path} är större än ${megabytes} MB: dela upp den.`,
    en: `${path} is larger than ${megabytes} MB: divide it.`,
  }),
} as const
