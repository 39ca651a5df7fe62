import type { ObservationKind, ObservationState } from './observation-kinds.ts'
import type { Language } from '../platform/language.ts'

/** What was seen, in the words of buttons. */
export const KIND_NAMES: Readonly<Record<Language, Readonly<Record<ObservationKind, string>>>> = {
  sv: {
    darkness: 'Mörkt eller trasig belysning',
    'sight-lines': 'Skymd sikt',
    litter: 'Nedskräpning',
    vandalism: 'Klotter eller skadegörelse',
    disorder: 'Bråk eller hög ljudnivå',
    'drug-dealing': 'Öppen handel eller bruk av droger',
    'vehicle-nuisance': 'Buskörning',
    threat: 'Hot eller ofredande',
    deserted: 'Tomt och ödsligt',
    safer: 'Något som gör platsen tryggare',
  },
  en: {
    darkness: 'Dark or broken lighting',
    'sight-lines': 'Blocked view',
    litter: 'Litter',
    vandalism: 'Graffiti or vandalism',
    disorder: 'Disorder or loud noise',
    'drug-dealing': 'Open dealing or use of drugs',
    'vehicle-nuisance': 'Reckless driving',
    threat: 'Threats or harassment',
    deserted: 'Empty and deserted',
    safer: 'Something that makes the place safer',
  },
}

/** What became of it. */
export const STATE_NAMES: Readonly<Record<Language, Readonly<Record<ObservationState, string>>>> = {
  sv: {
    received: 'Mottagen',
    forwarded: 'Vidarelämnad',
    fixed: 'Åtgärdad',
    'no-action': 'Ingen åtgärd, därför att',
  },
  en: {
    received: 'Received',
    forwarded: 'Passed on',
    fixed: 'Fixed',
    'no-action': 'No action, because',
  },
}
