import type { EvidenceMessages } from './messages-sv.ts'

/** Words of what something rests on, in English. */
export const evidenceEn: EvidenceMessages = {
  evidence: {
    released: (what, period, count) => `${what}, ${period}: ${count}`,
    kinds: {
      release: 'Published figure',
      survey: 'Survey of safety',
      observations: 'Observations',
      document: 'Document',
      cells: 'Cells of the place',
      finding: 'Finding of a review',
    },
    attach: 'Attach evidence',
    attachIt: 'Attach',
    pointAt: 'What do you want to point at?',
    whichFigure: 'Which figure?',
    whichKind: 'Which kind?',
    firstDay: 'From the week of',
    lastDay: 'Through the week of',
    whichFinding: 'Which finding?',
    address: 'Web address or case number',
    shows: 'What does it show?',
    remove: 'Remove the evidence',
    staffOnly: 'Authorities only',
    gone: 'The figure is there no more: it was withdrawn, replaced, or the area has a new border. This is how it read when it was attached. Choose a new one if it is needed.',
    staffNote: 'Only authorities see this evidence, never the parties or the public.',
    cells: (what, period, count, cells) =>
      `${what}, ${period}: ${count} in the ${cells} cells of 50 m of the place`,
    leftOut: (sources) => `without ${sources}, not shown to the board that counted`,
    cellsWithheld: (what, period) => `${what} in the cells of the place, ${period}: not shown to you`,
    cellsClosed: (what, period, sources) =>
      `${what} in the cells of the place, ${period}: not shown to your board (${sources})`,
    cellsGone:
      'The area has a new border since: the figure is of the cells within the old one. Attach the cells again if they are needed.',
    reviewed: (review, title) => (title === '' ? `Review ${review}` : title),
    findingClosed: (review) => `A finding of review ${review}, which is not open to you`,
    findingWas: (review) => `A finding of review ${review}`,
    findingGone:
      'The finding is there no more: the review was computed again, or its evidence was erased. Read the review and attach a new one if it is needed.',
    observed: (count, kind, weeks) => `${count} × ${kind.toLowerCase()}, ${weeks}`,
    about: (count) => `about ${count}`,
    few: 'fewer than 5',
    notCovered: 'cannot be compared',
    withheld: 'not shown',
    quarter: (quarter, year) => `quarter ${quarter} of ${year}`,
    fourWeeks: (day) => `four weeks from ${day}`,
    margin: (points) => ` (± ${points})`,
    survey: (share, who, what, source) => `${share} of ${who} ${what} (${source})`,
  },
}
