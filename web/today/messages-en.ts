import type { TodayMessages } from './messages-sv.ts'

/** Words of the coordinator's first page in English. */
export const todayEn: TodayMessages = {
  today: {
    title: 'Today',
    late: 'Late',
    nothingLate: 'Nothing is late.',
    waiting: 'Waiting for you',
    nothingWaiting: 'Nothing is waiting.',
    coming: 'The next two weeks',
    nothingComing: 'Nothing is planned.',
    since: 'Since you were here last',
    nothingSince: 'Nothing has changed.',
    due: (day) => `was due on ${day}`,
    ends: (day) => `ends on ${day}`,
    observations: (count) =>
      count === 1 ? 'One new observation to work through' : `${count} new observations to work through`,
    noErasure: 'There is no decision on erasing the texts of observations: none is erased.',
    finding: (what) => `Safety walk: ${what}`,
    question: (proposal) => `Local needs at ${proposal}`,
    review: (title) => `Safety review: ${title}`,
    findingsChanged: (count) => (count === 1 ? 'one finding has changed' : `${count} findings have changed`),
    countedOn: (day) => `counted on the data of ${day}`,
    boardCases: {
      statement: (title) => `Official statement: ${title}`,
      'referral-answer': (title) => `Reply to a referral: ${title}`,
    },
    agreement: 'Agreement on collaboration',
    meeting: (forum, place) => `${forum}, ${place}`,
    walk: (place) => `Safety walk, ${place}`,
    changedBy: (name, day) => `${name}, ${day}`,
    city: 'Somebody in operations',
    forums: {
      est: 'EST meeting',
      place: 'Place collaboration',
      council: 'Local council for crime prevention',
    },
  },
}
