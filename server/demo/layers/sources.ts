import { PERIOD } from '../incidents/calendar.ts'
import type { Source } from '../../engine/snapshot/source.ts'

/** Roles for sources whose figures may be released to partners and the public. */
const OPEN = ['planner', 'coordinator', 'analyst', 'partner', 'public'] as const

const fictional = {
  audiences: OPEN,
  boards: null,
  citable: true,
  coversFrom: PERIOD.from,
  /** The last day, included. */
  coversTo: '2026-10-31',
  coversAreaId: null,
  /** No retention, so that the city is the same on any day. */
  retentionDays: null,
} as const

/** Who reported the demo's incidents, in the order of SOURCE_IDS. All of them are made up. */
export const DEMO_SOURCES: readonly Source[] = [
  {
    ...fictional,
    id: 'polisen',
    title: 'Anmälda brott, Exempelstads polis (påhittade data)',
    register: 'police',
    controller: 'Exempelstads polisområde',
    legalBasis: 'Påhittad: utlämnande enligt överenskommelse om samverkan',
    agreement: 'EXS-2023/0117',
    purpose: 'Lägesbild och uppföljning av brottsförebyggande arbete på allmän plats',
  },
  {
    ...fictional,
    id: 'felanmalan',
    title: 'Felanmälan, Exempelstads kommun (påhittade data)',
    register: 'city',
    controller: 'Tekniska nämnden i Exempelstad',
    legalBasis: 'Påhittad: uppgift av allmänt intresse',
    agreement: null,
    purpose: 'Skötsel av allmän plats: nedskräpning, klotter, belysning',
  },
  {
    ...fictional,
    id: 'ordningsvakt',
    title: 'Ordningsvakternas rapporter (påhittade data)',
    register: 'city',
    controller: 'Trygghetsenheten i Exempelstad',
    legalBasis: 'Påhittad: uppgift av allmänt intresse',
    agreement: 'EXS-2023/0402',
    purpose: 'Uppföljning av ordningsvakternas arbete i tillståndsområden',
  },
]

/**
 * A source that two boards may read: the others are told its name, and that it is not in their figures. Its
 * incidents are no part of the city's digest: see `wardensRows`.
 */
export const LIMITED_SOURCE = {
  ...fictional,
  audiences: ['planner', 'coordinator', 'analyst'],
  id: 'parkvardar',
  title: 'Parkvärdarnas dagbok (påhittade data)',
  register: 'city',
  controller: 'Stadsdelsnämnden i Exempelstad',
  legalBasis: 'Påhittad: uppgift av allmänt intresse',
  agreement: null,
  purpose: 'Uppföljning av parkvärdarnas arbete vid Vattentrappan',
  boards: {
    names: ['Kommunstyrelsen', 'Stadsdelsnämnden'] as readonly string[],
    ground: 'Påhittat: nämndernas överenskommelse EXS-2025/0088',
  },
} as const
