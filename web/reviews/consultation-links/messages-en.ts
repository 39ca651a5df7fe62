import type { LinkMessages } from './messages-sv.ts'

/** The messages of links to respond by, for the staff, in English. */
export const linkEn: LinkMessages = {
  make: (party: string) => `Make a link for ${party} to respond by`,
  again: (party: string) => `Make a new link for ${party} to respond by`,
  lead: 'Whoever has the link reads the name and map of the proposal and the question, no figures, and responds once without an account. A new link replaces the one before.',
  question: 'What the party is asked',
  questionStart: 'What consequences for safety do you see in the proposal? What do we need to consider?',
  lastDay: 'Last day to respond',
  save: 'Make the link',
  url: 'Link to respond by',
  once: 'The link is shown only now. Send it to the party; whoever has it can respond.',
  copy: 'Copy',
  copied: 'Copied.',
  done: 'Done',
  revoke: (party: string) => `Revoke the link of ${party}`,
  states: {
    open: (day: string) => `A link to respond by is open through ${day}.`,
    used: () => '',
    revoked: () => 'The link to respond by is revoked.',
    expired: (day: string) => `The link to respond by expired ${day}.`,
    closed: () => 'The link takes no more responses.',
  },
  busy: 'Making the link …',
}
