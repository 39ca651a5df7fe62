import type { CheckQuery, Evidence, Method, Provenance } from './evidence.ts'
import type { UnitReader } from '../units/index.ts'
import type { Footprint, Notice } from './footprint.ts'
import { namesOf } from '../platform/access/source-access.ts'
import type { Source } from '../engine/snapshot/source.ts'

/** The method of checks. The version is raised with every change that could alter a figure. */
export const CHECK_METHOD: Method = { id: 'lagesbild-check', version: 4 }

const METHODS: Provenance['methods'] = [
  { name: `${CHECK_METHOD.id} ${CHECK_METHOD.version}`, source: 'Lägesbild' },
  { name: 'Poisson interval, exact', source: 'Garwood 1936' },
  {
    name: 'Two periods, conditional binomial',
    source: 'Przyborowski & Wilenski 1940; Clopper & Pearson 1934',
  },
  { name: 'False discovery rate over the map and over the findings', source: 'Benjamini & Hochberg 1995' },
  { name: 'Site and rings as cells of 50 m; months whole', source: 'Lägesbild' },
  { name: 'Rank among all comparable placements, score interval', source: 'Wilson 1927' },
  { name: 'Gi*, binary weights, self included', source: 'Getis & Ord 1992; Ord & Getis 1995' },
  { name: 'Hours of intervals, aoristic', source: 'Ratcliffe 2000' },
  { name: 'Dispersion of whole calendar months about one rate a day', source: 'Fisher 1925' },
]

const LIMITS: Provenance['limits'] = [
  {
    sv: 'Anmälda och rapporterade händelser, inte upplevd trygghet. Det som inte anmäls syns inte.',
    en: 'Reported incidents, not felt safety. What is not reported does not show.',
  },
  {
    sv: 'Antalet besökare är inte inräknat: en plats kan ha många händelser för att många är där.',
    en: 'Visitor numbers are not included: a place may have many incidents because many people are there.',
  },
  {
    sv: 'Bara händelser med adress- eller gatuläge räknas; grövre lägen ingår inte.',
    en: 'Only incidents positioned by address or street count; coarser positions are left out.',
  },
  {
    sv: 'Händelser som bara är kända till dagen ingår inte i dygnsrytmen. De som bara är kända till månaden räknas till hela månaden.',
    en: 'Incidents that are known to the day only are in no hours. Those that are known to the month only count to the whole month.',
  },
  {
    sv: 'Siffrorna är summor av 50-metersrutor, inte av det ritade området: de skiljer sig från antalet innanför linjen med högst 40 % i nio fall av tio vid 1 ha, 21 % vid 5 ha och 13 % vid 20 ha.',
    en: 'The figures are sums of cells of 50 m, not of the drawn area: they differ from the count inside the line by at most 40 % in nine cases of ten at 1 ha, 21 % at 5 ha and 13 % at 20 ha.',
  },
  {
    sv: 'Händelser som är kända till mer än en månad ingår inte.',
    en: 'Incidents that are known to more than a month are left out.',
  },
  {
    sv: 'Kamerornas synfält är nominella och schemalagd tid är inte uppmätt närvaro.',
    en: 'Camera views are nominal, and scheduled hours are not measured presence.',
  },
  {
    sv: 'Jämförelserna säger att antal skiljer sig, inte vad skillnaden beror på.',
    en: 'The comparisons say that counts differ, not what makes them differ.',
  },
]

const NO_LAND: Notice = {
  sv: 'Inget undersökningsområde finns; all yta räknas som land.',
  en: 'There is no study area; all ground counts as land.',
}

const WHOLE_MONTHS: Notice = {
  sv: 'Siffrorna gäller hela avslutade kalendermånader: perioden är en annan än den som valdes.',
  en: 'The figures are of whole calendar months that have closed: the period is another than the one asked for.',
}

const WITHOUT_SENSITIVE: Notice = {
  sv: 'Känsliga brottstyper och flaggade händelser (äldringsbrott, hatbrott, barn, våld i nära relation) ingår inte i någon siffra; de redovisas bara för hela staden.',
  en: 'Sensitive categories and flagged incidents (against the elderly, hate, children, domestic) are in no figure; they are told of for the whole city only.',
}

const BY_PARTS: Notice = {
  sv: 'Dygnsrytmen anges i tre delar av dygnet, vardag och helg, för hela avslutade kalenderår i de 200-metersrutor som platsen och dess omgivning ligger i.',
  en: 'Hours are told by three parts of the day, weekdays and weekends, over whole closed calendar years in the cells of 200 m that the site and its surroundings lie in.',
}

const OPEN_ALONE: Notice = {
  sv: 'Bara händelser som med säkerhet inte skedde i en bostad ingår: våld, hot, stöld och inbrott utan uppgift om var räknas inte.',
  en: 'Only incidents known not to have taken place in a dwelling count: violence, threats, theft and burglary without a setting are left out.',
}

const LONGER_UNITS: Notice = {
  sv: 'Våld och hot anges för hela avslutade kvartal, enskilda brottstyper för hela avslutade kalenderår.',
  en: 'Violence and threats are told by whole closed quarters, single categories by whole closed calendar years.',
}

const LAST_MONTH: Notice = {
  sv: 'Den sista månaden med händelser räknas som hel. Från en källa som inte anger hur långt den sträcker sig kan en del av den saknas.',
  en: 'The last month with incidents counts as whole. Of a source that does not say how far it reaches, part of it may be missing.',
}

function limitsOfReader(reader: UnitReader, sources: readonly Source[]): readonly Notice[] {
  if (reader === 'analyst') return [WITHOUT_SENSITIVE, BY_PARTS]
  const isOpenEnded = sources.some(({ coversTo }) => coversTo === null)
  return [WITHOUT_SENSITIVE, OPEN_ALONE, LONGER_UNITS, ...(isOpenEnded ? [LAST_MONTH] : []), BY_PARTS]
}

function leftOutNotice(sources: readonly Source[]): readonly Notice[] {
  if (sources.length === 0) return []
  const names = namesOf(sources)
  return [
    {
      sv: `Visas inte för den nämnd som prövningen är gjord för, och ingår inte i någon siffra: ${names}. Det betyder inte att inget har hänt.`,
      en: `Not shown to the board that the check is made for, and in no figure: ${names}. That does not mean nothing happened.`,
    },
  ]
}

function withoutSettingNotice(sources: readonly string[]): readonly Notice[] {
  if (sources.length === 0) return []
  const names = sources.join(', ')
  return [
    {
      sv: `Källan säger inte var händelserna skedde (inne eller ute) och ingår därför inte: ${names}.`,
      en: `The source does not say in what setting its incidents took place, and is therefore left out: ${names}.`,
    },
  ]
}

function areaOnlyNotice(sources: readonly string[]): readonly Notice[] {
  if (sources.length === 0) return []
  const names = sources.join(', ')
  return [
    {
      sv: `Källan anger bara hela områden. Platsen har därför inga siffror därifrån, och det betyder inte att inget har hänt: ${names}.`,
      en: `The source tells of whole areas only. The site therefore has no figures of it, which does not mean that nothing happened: ${names}.`,
    },
  ]
}

/** Whether evidence was computed by an earlier method, so that its figures may differ. */
export function isOfOtherMethod({ method }: Partial<Evidence>): boolean {
  return method?.id !== CHECK_METHOD.id || method.version !== CHECK_METHOD.version
}

/** The provenance of a check's figures. */
export function provenanceOf(
  snapshotVersion: string,
  query: CheckQuery,
  footprint: Footprint,
  context: {
    readonly sources: readonly Source[]
    /** Those that are not open to the organisation it is computed for. */
    readonly leftOut: readonly Source[]
    readonly landKnown: boolean
    readonly demo: boolean
    readonly reader: UnitReader
    /** Ids of sources left out because they have no setting. */
    readonly withoutSetting: readonly string[]
    /** Ids of sources located by area only. */
    readonly areaOnly: readonly string[]
  },
): Provenance {
  return {
    snapshotVersion,
    query,
    methods: METHODS,
    limits: [...LIMITS, ...limitsOfReader(context.reader, context.sources)],
    sources: context.sources.map(({ id, title, coversFrom, coversTo }) => ({
      id,
      title,
      coversFrom,
      coversTo,
    })),
    notices: [
      ...footprint.notices,
      ...leftOutNotice(context.leftOut),
      ...withoutSettingNotice(context.withoutSetting),
      ...areaOnlyNotice(context.areaOnly),
      ...(context.landKnown ? [] : [NO_LAND]),
      ...(query.asked === undefined ? [] : [WHOLE_MONTHS]),
    ],
    demo: context.demo,
    footprintM2: footprint.areaM2,
    landKnown: context.landKnown,
  }
}
