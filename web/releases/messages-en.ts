import type { ReleaseMessages } from './messages-sv.ts'

/** Messages of what the releases say, in English. */
export const releaseEn: ReleaseMessages = {
  reported: {
    theArea: 'the area',
    title: 'Reported',
    lead: 'One sentence for each kind of incident. They are never added together.',
    inPeriod: (period) => `In ${period}`,
    inYear: (year) => `In ${year}`,
    count: (when, count, what, to, area) => `${when} about ${count} ${what} were reported ${to} in ${area}.`,
    few: (when, what, to, area) => `${when} fewer than 5 ${what} were reported ${to} in ${area}.`,
    withheld: (when, what, to, area) =>
      `${when}: the number of ${what} reported ${to} in ${area} is not shown, so that other figures cannot be worked out.`,
    notCovered: (when, what, to, area) =>
      `${when}: the records of ${what} reported ${to} do not cover all of ${area} or all of the time. Cannot be compared.`,
    what: {
      people: 'incidents of violence or threats',
      property: 'property crimes',
      order: 'disturbances of public order',
      environment: 'faults in upkeep',
    },
    whatElse: { city_property: 'cases of damage and graffiti' },
    includes: {
      people: 'assault, threats, robbery and weapons, outdoors and in public premises',
      property: 'theft, burglary, vandalism, graffiti and arson',
      order: 'drugs, drunkenness, disturbances and reckless driving',
      environment: 'litter and broken lighting',
    },
    reportedTo: (what, to) => `${what} reported ${to}`,
    to: { police: 'to the police', city: 'to the city', other: 'to others' },
    includesTitle: 'What is counted here?',
    fewTitle: 'Why “fewer than 5”?',
    fewText:
      'Zero, one, two, three and four are shown alike, so that no single person can be pointed out. Other counts are rounded to the nearest 5, each on its own.',
    caveat:
      'Reported incidents are not the same as crime, and not the same as feeling unsafe. Where many people live, work or go out, more is reported. Small differences between periods are often chance.',
    none: 'Nothing has been published about reports in this area.',
  },
  periods: {
    title: 'Period by period',
    caption: (area) => `Reported incidents in ${area}, rounded to the nearest 5.`,
    kind: 'Kind and receiver',
    quarters: 'Quarters',
    years: 'Years',
    few: 'fewer than 5',
    notCovered: 'cannot be compared',
    withheld: 'not shown',
    absent: '–',
    register: { police: 'the police', city: 'the city', other: 'others' },
    yearsNote: 'Violence and threats are shown by year only, because they are few.',
    quarter: (quarter, year) => `Q${quarter} ${year}`,
  },
  publicMap: {
    title: 'Map',
    label: 'Map of the areas. The list of areas has the same figures.',
    show: 'Show the map',
    attribution: 'Show or hide whose the base map is',
    loading: 'Loading the map',
    failed: 'The map could not be shown. The table and the list say the same.',
    what: 'What the colour shows',
    areas: 'Areas',
    hexes: 'Cells of 400 m',
    hexesNote: (year) =>
      `Cells are shown by year (${year}) and only where at least 10 incidents are spread over at least five places. A cell without colour is not proven calm.`,
    areasNote:
      'Number of reported incidents in the whole area. Larger areas with more residents and visitors have more.',
    legendFew: 'fewer than 5',
    legendRange: (from, to) => `${from}–${to}`,
    legendFrom: (from) => `${from} and more`,
    legendNotCovered: 'cannot be compared',
    legendWithheld: 'not shown',
    legendNotShown: 'not shown: few incidents or few places',
    chosen: 'Chosen area',
    cameras: 'Monitored zones',
    guards: 'Guards, permit areas',
    focus: 'Focus areas',
    alsoShow: 'Also show',
  },
}
