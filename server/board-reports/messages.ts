/** How a goal or activity stands on a reporting date. */
export const STATUS_NAMES = {
  sv: { 'on-track': 'Enligt plan', delayed: 'Försenad', done: 'Genomförd', cancelled: 'Avbruten' },
  en: { 'on-track': 'On track', delayed: 'Delayed', done: 'Carried out', cancelled: 'Cancelled' },
}
