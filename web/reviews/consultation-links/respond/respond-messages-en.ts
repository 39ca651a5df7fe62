import type { RespondMessages } from './respond-messages-sv.ts'

/** The messages of the page by which a consulted party responds, in English. */
export const respondEn: RespondMessages = {
  documentTitle: 'Consultation · Lägesbild',
  title: 'Consultation',
  switchLanguage: 'På svenska',
  loading: 'Reading the link …',
  offline: 'No contact with the server. What you have written is kept. Try again.',
  tryAgain: 'Try again',
  to: (party: string) => `To ${party}`,
  about: 'The proposal',
  asked: 'The question',
  lastDay: (day: string) => `Respond by ${day}. The link takes one response.`,
  publicRecord:
    'The response becomes a public record of the city. Write for the organisation and name no persons.',
  response: 'Your response',
  send: 'Send the response',
  sending: 'Sending …',
  empty: 'Write your response first.',
  thanks: 'Thank you, the response is received',
  receipt: (party: string, day: string) =>
    `${party} responded ${day}. Save or print the page as a receipt: the response cannot be read here again.`,
  print: 'Print the receipt',
  states: {
    used: {
      title: 'The response has been given',
      text: 'The link takes one response, and it has come. To say more, write to the city’s registrar with the case number.',
    },
    revoked: {
      title: 'The link is revoked',
      text: 'The city has revoked the link. Ask whoever sent it for a new one.',
    },
    expired: {
      title: 'The time to respond is over',
      text: 'Ask whoever sent the link for a new one, or write to the city’s registrar with the case number.',
    },
    closed: {
      title: 'The consultation is closed',
      text: 'The review takes no more responses. Write to the city’s registrar with the case number.',
    },
    unknown: {
      title: 'There is no such link',
      text: 'It is not whole. Copy the whole address from the city’s message, or ask for a new one.',
    },
  },
}
