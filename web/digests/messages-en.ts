import type { DigestMessages } from './messages-sv.ts'

/** Words of the page of the weekly letter in English. */
export const digestsEn: DigestMessages = {
  digests: {
    title: 'Weekly letter',
    lead: 'A letter by e-mail every Monday morning: what of yours is late, what waits, and what has changed in the last week. It holds only what you yourself may see.',
    to: (email) => `It is sent to ${email}.`,
    isOff: 'You get no weekly letter.',
    isOn: { sv: 'You get the weekly letter in Swedish.', en: 'You get the weekly letter in English.' },
    next: 'The next one comes on Monday morning.',
    noMail:
      'The city has not connected the service to any e-mail yet, so no letters go out. Your choice is kept.',
    languageOfIt: 'Language of the letter',
    languages: { sv: 'Swedish', en: 'English' },
    turnOn: 'Send me the weekly letter',
    save: 'Keep the language',
    turnOff: 'Turn the weekly letter off',
    confirmOff: 'Do you want to turn the weekly letter off? You can turn it on again when you are signed in.',
    nowOff: 'The weekly letter is turned off.',
    unknown: 'The link is valid no more. The letter may be turned off already.',
    none: 'Your account has no weekly letter.',
  },
}
