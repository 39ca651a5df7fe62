import type { Language } from '../platform/language.ts'

/** Names of the evidence's parts and columns, for the page and the printed annex. */
export interface EvidenceNames {
  readonly findings: string
  readonly place: string
  readonly evidence: string
  readonly siteAndSurroundings: string
  readonly zone: string
  readonly site: string
  readonly group: string
  readonly count: string
  readonly interval: string
  readonly perHectare: string
  readonly yearEarlier: string
  readonly ratio: string
  readonly cells: string
  readonly shareOfSite: string
  readonly class: string
  readonly provenance: string
  readonly methods: string
  readonly limits: string
}

export const EVIDENCE_NAMES: Readonly<Record<Language, EvidenceNames>> = {
  sv: {
    findings: 'Vad som är känt',
    place: 'Platsen',
    evidence: 'Underlag',
    siteAndSurroundings: 'Platsen och dess omgivning',
    zone: 'Zon',
    site: 'Området',
    group: 'Grupp',
    count: 'Antal',
    interval: '95 %',
    perHectare: 'Per hektar',
    yearEarlier: 'Året före',
    ratio: 'Kvot (95 %)',
    cells: 'Rutor som området berör',
    shareOfSite: 'Andel av området',
    class: 'Klass',
    provenance: 'Så kom siffrorna till',
    methods: 'Metoder',
    limits: 'Begränsningar',
  },
  en: {
    findings: 'What is known',
    place: 'The place',
    evidence: 'Evidence',
    siteAndSurroundings: 'The site and its surroundings',
    zone: 'Zone',
    site: 'The area',
    group: 'Group',
    count: 'Count',
    interval: '95 %',
    perHectare: 'Per hectare',
    yearEarlier: 'Year before',
    ratio: 'Ratio (95 %)',
    cells: 'Cells that the area touches',
    shareOfSite: 'Share of the area',
    class: 'Class',
    provenance: 'How the figures came about',
    methods: 'Methods',
    limits: 'Limits',
  },
}
