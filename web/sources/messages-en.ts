import type { SourceMessages } from './messages-sv.ts'

/** Messages of the data behind the figures, in English. */
export const sourceEn: SourceMessages = {
  sourceAccess: {
    title: 'Sources',
    lead: 'Who may read what, and on what ground. What a board may not read is named to it, and is not in its figures.',
    none: 'No sources are registered yet.',
    source: 'Source',
    boards: 'Which boards may read it?',
    parties: 'Parties see releases',
    documents: 'Documents cite it',
    allBoards: 'All boards',
    onlyNamed: 'Only those named here',
    unknownBoard: 'An organisation that was removed',
    groundOf: (name) => `${name}: on what ground?`,
    remove: 'Remove',
    removeOf: (name) => `Remove ${name}`,
    addBoard: 'Add a board',
    chooseBoard: 'Choose …',
    noBoards: 'There are no organisations yet. Add them in the administration first.',
    noneNamed: 'Choose at least one board and write the ground of each, or let all boards read.',
    changedMeanwhile:
      'Somebody else has changed who may read the source while you were writing. What you chose is still here. Save again if that is to stand instead.',
    savedMeanwhile: (boards, parties, documents) =>
      `Saved by somebody else: ${boards}. Parties see releases: ${parties}. Documents cite: ${documents}.`,
    closed: 'In the made-up city no sources are changed.',
    forParties: 'Parties may see it in the releases of their place',
    citable: 'Documents may cite its published figures',
    released: 'It holds from now on. Releases that are published already do not change.',
    controller: 'Controller',
    legalBasis: 'Legal basis',
    purpose: 'Purpose',
    yes: 'Yes',
    no: 'No',
    change: 'Change',
    changeOf: (title) => `Change who may read ${title}`,
    save: 'Save',
    toAccess: 'Who may read the sources',
  },
  data: {
    title: 'The data',
    through: (date) => `Data through ${date}`,
    counted: (days) => `The map counts ${days}`,
    fromTheFirst: (last) => `from the first through ${last}`,
    nothingYet: 'There are no incidents yet that planners and coordinators may see.',
    asOf: (date) => `The figures are of ${date}.`,
    next: (date) => `Next time: ${date}.`,
    nextByHand: (date) => `The next are made by hand, on ${date} at the earliest.`,
    none: 'No sources are registered yet.',
    howToBegin:
      'The map is filled once incidents are imported, by the command lagesbild import or through the API. Their source is named in the same step.',
  },
}
