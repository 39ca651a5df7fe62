/** Words of the page of the weekly letter in Swedish. */
export const digestsSv = {
  digests: {
    title: 'Veckobrev',
    lead: 'Ett brev med e-post varje måndag morgon: vad som är försenat hos dig, vad som väntar, och vad som har ändrats den senaste veckan. Det innehåller bara det du själv får se.',
    to: (email: string) => `Det skickas till ${email}.`,
    isOff: 'Du får inget veckobrev.',
    isOn: { sv: 'Du får veckobrevet på svenska.', en: 'Du får veckobrevet på engelska.' },
    next: 'Nästa kommer på måndag morgon.',
    noMail: 'Staden har inte kopplat tjänsten till någon e-post än, så inga brev går i väg. Ditt val sparas.',
    languageOfIt: 'Språk i brevet',
    languages: { sv: 'Svenska', en: 'Engelska' },
    turnOn: 'Skicka mig veckobrevet',
    save: 'Spara språket',
    turnOff: 'Stäng av veckobrevet',
    confirmOff: 'Vill du stänga av veckobrevet? Du kan slå på det igen när du är inloggad.',
    nowOff: 'Veckobrevet är avstängt.',
    unknown: 'Länken gäller inte längre. Brevet kan redan vara avstängt.',
    none: 'Ditt konto har inget veckobrev.',
  },
}

/** The same words in another language. */
export type DigestMessages = typeof digestsSv
