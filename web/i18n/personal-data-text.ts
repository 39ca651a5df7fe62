import type {
  FoundPersonalData,
  PersonalData,
} from '../../server/platform/personal-data/find-personal-data.ts'
import type { Language } from './language.ts'

const NAMES: Readonly<Record<Language, Readonly<Record<PersonalData, string>>>> = {
  sv: {
    'identity-number': 'ett personnummer',
    plate: 'ett registreringsnummer',
    phone: 'ett telefonnummer',
    email: 'en e-postadress',
  },
  en: {
    'identity-number': 'an identity number',
    plate: 'a registration plate',
    phone: 'a phone number',
    email: 'an e-mail address',
  },
}

/** What is found, and the way out. */
export function personalDataText({ kind, text }: FoundPersonalData, language: Language): string {
  const name = NAMES[language][kind]
  return language === 'sv'
    ? `”${text}” ser ut som ${name}. Ta bort det: uppgifter om personer tas inte emot här.`
    : `“${text}” looks like ${name}. Remove it: data on persons are not taken here.`
}
