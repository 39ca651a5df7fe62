/** What the pensioners' council said of a place of the demo city, and a referral that its board is about to reply to. */
export const CASE_PLACE = 'Bangårdslunden'

/** Days before the demo's today on which the council met. */
export const CONSULTED_DAYS_AGO = 21
/** Days from then on within which the referral is replied to. */
export const DUE_IN_DAYS = 18

export const CONSULTATION = {
  who: 'Pensionärsrådet',
  said: 'Tunneln känns ljus nu, och rådet går den gärna. Mellan tunneln och hållplatsen är det ännu mörkt, och en bänk på vägen skulle göra att fler orkar gå.',
  outcome: 'Trafiknämnden mäter ljuset längs vägen till hållplatsen. Bänken är tagen med som lokalt behov.',
  state: 'followed-up',
} as const

export const REFERRAL = {
  form: 'referral-answer',
  title: 'Program för ljus i stadens gångtunnlar',
  board: 'Stadsdelsnämnden',
  caseNumber: 'Dnr EXS 2026-00417',
  referredBy: 'Trafiknämnden',
  proposal: 'Stadsdelsnämnden överlämnar tjänsteutlåtandet som svar på remissen.',
  summary:
    'Trafiknämnden vill ha nämndens syn på ett program för ljus i stadens gångtunnlar. Nämnden har goda erfarenheter av den nya belysningen vid Bangårdslunden och ser gärna att programmet också tar med vägen fram till tunneln.',
  background:
    'Sedan 2025 har tunneln vid Bangårdslunden ny belysning, betald med trygghetsmedel. Programmet ska visa i vilken ordning de andra tunnlarna får samma ljus.',
  attachments: ['Minnesanteckningar från pensionärsrådet'],
} as const
