import type { PlaceMessages } from './messages-sv.ts'

/** Messages of a partner's page in English. */
export const placeEn: PlaceMessages = {
  place: {
    pageTitle: (name) => `Collaboration at ${name}`,
    choose: 'Your places',
    none: 'Your account is not bound to any place yet. Turn to your administrator.',
    late: 'Late',
    nobodysYet: 'nobody answers for it yet',
    wasDue: (day) => `was due on ${day}`,
    kind: 'Place collaboration',
    lastPeriod: 'The last closed period',
    nothingYet:
      'No figures have been published for the place yet. They are published four weeks at a time, when the period is closed and tested.',
    counts: (kind, place, ring, metres) =>
      `${kind}: ${place} at the place, ${ring} within ${metres} m around it.`,
    about: (count) => `about ${count}`,
    few: 'fewer than 5',
    notCovered: 'cannot be compared',
    withheld: 'not shown',
    absent: '–',
    table: 'Four weeks at a time',
    all: 'Show every period',
    fewer: 'Show the latest alone',
    period: 'Period',
    here: 'The place',
    ring: (metres) => `${metres} m around`,
    profile: 'When in the day and week',
    profileNote: (year) =>
      `All of ${year}. Only incidents whose time is known within a day. Rounded to the nearest 5.`,
    hours: { '06-14': '06–14', '14-22': '14–22', '22-06': '22–06' },
    weekdays: 'Monday–Friday',
    weekend: 'Saturday–Sunday',
    done: 'What there is at the place',
    handlings: 'Safety reviews that touch the place',
    noDocuments: 'No published reviews touch the place.',
    read: 'Read the document',
    caveat:
      'Reported incidents, rounded to the nearest 5. Zero to four are shown as “fewer than 5”. Small differences between periods are often chance.',
    published: (date) => `Published ${date}.`,
  },
  publicPlaces: {
    title: 'Figures of places in public documents',
    lead: 'Where a board has decided that the published figures of a place may be public, they stand in the document when what is reviewed lies in the place. First it is tested that nothing hidden can be worked out with them.',
    none: 'There are no places.',
    isPublic: (board, day, section) => `Public: ${board} on ${day}, § ${section}.`,
    isNot: 'For the parties of the place alone.',
    open: (name) => `Let the figures of ${name} be public`,
    close: (name) => `Stop showing the figures of ${name}`,
    closeLead: 'Documents that are filed keep the figures.',
    reason: 'Reason',
    board: 'Board',
    decidedOn: 'Day of the decision',
    section: '§ of the minutes',
    publish: 'Test and make public',
    withdraw: 'Take back',
    working: 'Testing the figures against everything that is published. It may take a minute.',
    refused:
      'Together with what is published already, hidden figures could be worked out, or things have changed. The figures stay with the parties of the place.',
  },
}
