/** The messages of links to respond by, for the staff, in Swedish. */
export const linkSv = {
  make: (party: string) => `Gör en svarslänk till ${party}`,
  again: (party: string) => `Gör en ny svarslänk till ${party}`,
  lead: 'Den som har länken läser förslagets namn och karta och frågan, inga siffror, och svarar en gång utan konto. En ny länk ersätter den förra.',
  question: 'Vad parten tillfrågas om',
  questionStart: 'Vad ser ni för konsekvenser för tryggheten av förslaget? Vad behöver vi ta hänsyn till?',
  lastDay: 'Sista dag för svar',
  save: 'Gör länken',
  url: 'Svarslänk',
  once: 'Länken visas bara nu. Skicka den till parten; den som har den kan svara.',
  copy: 'Kopiera',
  copied: 'Kopierad.',
  done: 'Klar',
  revoke: (party: string) => `Dra tillbaka svarslänken till ${party}`,
  states: {
    open: (day: string) => `Svarslänk öppen till och med ${day}.`,
    used: () => '',
    revoked: () => 'Svarslänken är tillbakadragen.',
    expired: (day: string) => `Svarslänken gick ut ${day}.`,
    closed: () => 'Svarslänken tar inte längre emot svar.',
  },
  busy: 'Gör länken …',
}

export type LinkMessages = typeof linkSv
