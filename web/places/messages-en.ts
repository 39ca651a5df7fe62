import type { PlaceWords } from './messages-sv.ts'

/** Words of a partner's page in English. */
export const placeEn: PlaceWords = {
  place: {
    pageTitle: (name) => `Collaboration at ${name}`,
    choose: 'Your places',
    none: 'Your account is not bound to any place yet. Turn to your administrator.',
    partnerOf: (organisation) => `Collaboration at a place · ${organisation}`,
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
    noHandlings: 'No published reviews touch the place.',
    read: 'Read the document',
    caveat:
      'Reported incidents, rounded to the nearest 5. Zero to four are shown as “fewer than 5”. Small differences between periods are often chance.',
    published: (date) => `Published ${date}.`,
  },
}
