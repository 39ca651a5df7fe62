import type { SourceMessages } from './messages-sv.ts'

/** Words of the data behind the figures, in English. */
export const sourceEn: SourceMessages = {
  data: {
    title: 'The data',
    through: (date) => `Data through ${date}`,
    counted: (days) => `The map counts ${days}`,
    fromTheFirst: (last) => `from the first through ${last}`,
    asOf: (date) => `The figures are of ${date}.`,
    next: (date) => `Next time: ${date}.`,
    nextByHand: (date) => `The next are made by hand, on ${date} at the earliest.`,
    none: 'No sources are registered yet.',
    howToBegin:
      'The map is filled once incidents are imported, by the command lagesbild import or through the API. Their source is named in the same step.',
  },
}
