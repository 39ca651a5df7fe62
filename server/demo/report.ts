/** The report of the second tertial that the demo city's district board has filed, by the titles of goals and measures. */
export const REPORTED = {
  district: { of: 'Ekorrparken', board: 'Stadsdelsnämnden' },
  entries: {
    'Färre ordningsstörningar i parken': {
      status: 'on-track',
      sentence: 'Anmälningarna har minskat mer i parken än på jämförbara platser.',
    },
    'Ordningsvakter i Ekorrparken': {
      status: 'on-track',
      sentence: 'Passen delas sedan augusti mellan parken och Vattentrappan.',
    },
    'Trappan ska vara en plats för alla': {
      status: 'delayed',
      sentence: 'Fler samlas vid trappan än när målet sattes. Nämnden återkommer i verksamhetsplanen.',
    },
    'Parkvärdar vid Vattentrappan': { status: 'on-track', sentence: 'Två värdar, kvällar maj–september.' },
  } as Readonly<Record<string, { readonly status: string; readonly sentence: string }>>,
  /** What is said of others that the report must tell of. */
  others: { status: 'on-track', sentence: 'Enligt plan.' },
} as const
