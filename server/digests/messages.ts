import type { Language } from '../platform/language.ts'

const sv = {
  subject: (weekOn: string) => `Veckobrev från Lägesbild, ${weekOn}`,
  hello: 'Det här gäller dig den här veckan.',
  late: 'Försenat',
  nothingLate: 'Inget är försenat.',
  waiting: 'Väntar och kommer',
  nothingWaiting: 'Inget väntar.',
  changed: 'Ändrat den senaste veckan',
  nothingChanged: 'Inget har ändrats.',
  open: 'Öppna Lägesbild',
  off: 'Vill du inte ha brevet? Stäng av det här',
  noReply: 'Det går inte att svara på brevet.',
  wasDue: (day: string) => `skulle varit klart ${day}`,
  by: (day: string) => `till ${day}`,
  ends: (day: string) => `slutar ${day}`,
  finding: (what: string) => (what === '' ? 'Trygghetsvandring' : `Trygghetsvandring: ${what}`),
  question: 'En fråga om lokala behov',
  boardCases: {
    statement: (title: string) => `Tjänsteutlåtande: ${title}`,
    'referral-answer': (title: string) => `Svar på remiss: ${title}`,
  },
  agreement: 'Samverkansöverenskommelse',
  meeting: (forum: string, day: string) => `${forum} ${day}`,
  observations: (count: number) =>
    count === 1 ? 'En ny iakttagelse att gå igenom' : `${count} nya iakttagelser att gå igenom`,
  forums: { est: 'EST-möte', place: 'Platssamverkan', council: 'Lokalt brottsförebyggande råd' },
}
export type DigestMessages = typeof sv

const en: DigestMessages = {
  subject: (weekOn) => `Weekly letter from Lägesbild, ${weekOn}`,
  hello: 'This is yours this week.',
  late: 'Late',
  nothingLate: 'Nothing is late.',
  waiting: 'Waiting and coming',
  nothingWaiting: 'Nothing is waiting.',
  changed: 'Changed in the last week',
  nothingChanged: 'Nothing has changed.',
  open: 'Open Lägesbild',
  off: 'You do not want this letter? Turn it off here',
  noReply: 'This letter cannot be answered.',
  wasDue: (day) => `was due on ${day}`,
  by: (day) => `by ${day}`,
  ends: (day) => `ends on ${day}`,
  finding: (what) => (what === '' ? 'Safety walk' : `Safety walk: ${what}`),
  question: 'A question about local needs',
  boardCases: {
    statement: (title) => `Official statement: ${title}`,
    'referral-answer': (title) => `Reply to a referral: ${title}`,
  },
  agreement: 'Agreement on collaboration',
  meeting: (forum, day) => `${forum} on ${day}`,
  observations: (count) =>
    count === 1 ? 'One new observation to work through' : `${count} new observations to work through`,
  forums: {
    est: 'EST meeting',
    place: 'Place collaboration',
    council: 'Local council for crime prevention',
  },
}

/** Words of the weekly letter. */
export const DIGEST_MESSAGES: Readonly<Record<Language, DigestMessages>> = { sv, en }
