import type { SharedMessages } from './sv.ts'

/** The words that all rooms share, in English. */
export const en: SharedMessages = {
  app: {
    name: 'Lägesbild',
    tagline: 'Where incidents are reported, counted so that it can be questioned',
    demo: 'Exempelstad – invented data',
    skip: 'Skip to the content',
    switchLanguage: 'På svenska',
    about: 'How it is counted',
    close: 'Close',
    back: 'Back',
    loading: 'Loading …',
    retry: 'Try again',
    panels: 'Workspaces',
    tabs: { map: 'Map', proposal: 'Proposal', table: 'Table' },
    sheetMore: 'Show more of the panel',
    sheetLess: 'Show more of the map',
    signIn: 'Sign in',
    menu: 'Settings',
    accessibility: 'Accessibility statement',
  },
  errors: {
    title: 'That did not work',
    codes: {
      offline: 'The server does not answer. Check the connection. What you have written is still here.',
      unexpected: 'Something unexpected failed on the server.',
      'invalid-parameter': 'This selection cannot be counted.',
      'invalid-body': 'What was sent cannot be read.',
      'invalid-geometry': 'The area cannot be used.',
      'not-found': 'What was asked for does not exist.',
      forbidden: 'You may not see this.',
      'second-person': 'This is done by another person than the one who wrote it.',
      unauthenticated:
        'You were signed out, so nothing was saved. What you have written is still here: try again.',
      conflict: 'This cannot be done as things stand. Something may have changed meanwhile: reload the page.',
      gone: 'What was asked for has been withdrawn.',
      'too-large': 'It is too large.',
      unprocessable: 'This cannot be computed.',
      'rate-limited': 'Too many requests in a short time. Wait a moment.',
      busy: 'The server is busy right now. What you have written is still here.',
      'deadline-exceeded': 'The computation took too long.',
      'database-unavailable': 'The database does not answer.',
      'disk-full':
        'Nothing can be saved: the server’s disk is full. What is there can still be read. Tell whoever runs the service.',
    },
    wait: (seconds) => `Try again in ${seconds} seconds.`,
    again: (seconds) => `The page tries again by itself in ${seconds} s.`,
  },
  calendar: {
    weekdayShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
  cells: {
    classShort: {
      high4: 'At least four times',
      high2: 'At least twice',
      above: 'More',
      even: 'About even',
      below: 'Fewer',
      below2: 'At most half',
      few: 'Too few',
    },
  },
  dataset: {
    sources: 'Sources',
    version: 'Data version',
  },
}
