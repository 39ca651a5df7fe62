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
    },
    attach: 'Attach evidence',
    attachIt: 'Attach',
    pointAt: 'What do you want to point at?',
    whichFigure: 'Which figure?',
    whichKind: 'Which kind?',
    firstDay: 'From the week of',
    lastDay: 'Through the week of',
    address: 'Web address or case number',
    shows: 'What does it show?',
    remove: 'Remove the evidence',
    staffOnly: 'Authorities only',
    gone: 'The figure is there no more: it was withdrawn, replaced, or the area has a new border. This is how it read when it was attached. Choose a new one if it is needed.',
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
