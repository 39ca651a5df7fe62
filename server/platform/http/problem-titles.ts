import type { Texts } from '../../engine/texts.ts'

/** What a refusal is called, by its status. */
export const TITLES: Readonly<Record<number, Texts>> = {
  400: { sv: 'Anropet är inte giltigt', en: 'The request is not valid' },
  401: { sv: 'Logga in först', en: 'Sign in first' },
  403: { sv: 'Inte tillåtet', en: 'Not allowed' },
  404: { sv: 'Finns inte', en: 'Not found' },
  405: { sv: 'Metoden är inte tillåten', en: 'Method not allowed' },
  409: { sv: 'Konflikt', en: 'Conflict' },
  410: { sv: 'Återkallat', en: 'Withdrawn' },
  412: { sv: 'Ändrat under tiden', en: 'Changed meanwhile' },
  413: { sv: 'För stort', en: 'Too large' },
  415: { sv: 'Fel mediatyp', en: 'Wrong media type' },
  422: { sv: 'Går inte att behandla', en: 'Cannot be processed' },
  428: { sv: 'Villkor krävs', en: 'Precondition required' },
  429: { sv: 'För många anrop', en: 'Too many requests' },
  500: { sv: 'Något gick fel här', en: 'Something went wrong here' },
  503: { sv: 'Inte tillgängligt just nu', en: 'Not available right now' },
}

export const REFUSED: Texts = { sv: 'Nekat', en: 'Refused' }
