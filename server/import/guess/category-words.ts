/**
 * Words by which a type of incident tells its category, Swedish and English, the more particular before the more
 * general: a robbery with a weapon is a robbery, a theft by burglary a burglary. `<` and `>` stand for the edge of a
 * word.
 */
const MESSAGES: readonly (readonly [code: string, words: string])[] = [
  [
    'other',
    'rattfylleri|rattonykter|sjöfylleri|<dui>|<dwi>|driving (?:under|while)|drunk(?:en)? driv|impaired driv|häleri|stolen property|receiving stolen|non.?violent|brandlarm|övning',
  ],
  [
    'sexual_offence',
    '<sex>|sexu|sexbrott|sexköp|sex (?:offen|crim|act)|våldtäkt|blottning|koppleri|människohandel|<rapes?>|sodomy|prostitut|obscen|indecen|<lewd|pornogra|molest|incest|fondl|peeping|voyeur|(?:human|sex) trafficking|barnpornograf',
  ],
  ['robbery', '(?<!f)rån>|<rån(?:et|försök|mord)|robber|mugging|hold.?up|carjack'],
  ['burglary', 'inbrott|burglar|breaking|house.?breaking|unlawful entry|home invasion|<b ?& ?e>'],
  ['graffiti', 'klotter|graffiti'],
  ['vandalism', 'skadegör|åverkan|fönsterkross|vandal|criminal damage|damage to|mischief|destruction'],
  ['arson_fire', '<brand(?!i|y)|brand>|eldsvåda|arson|<fires?>|<fire.?setting'],
  [
    'violence',
    '(?<!vårds)våld(?!täkt)|misshand|<mord(?!brand)|mord>|dråp|slagsmål|knivskur|knivhugg|knivskär|människorov|frihetsberöv|fridskränk|kroppsskada|annans död|violen|assault|(?<!car |bil)<battery(?! theft)|homicide|murder|manslaughter|kidnap|abduct|wounding|stabbing|affray|strangul|grievous|bodily (?:harm|injury)',
  ],
  [
    'theft',
    'stöld|snatteri|tillgrepp|<stulen|<stulet|theft|larceny|shoplift|stealing|<stolen|pickpocket|vehicle crime|auto crime',
  ],
  [
    'weapons',
    'vapen|<skott|skjut(?:ning|en)|sprängning|explosion|detonation|handgranat|sprängämne|knivlag|weapon|shooting|shots? fired|firearm|<guns?>|<knife|<bomb|concealed carry',
  ],
  [
    'threat_harassment',
    '<hot>|hotelse|ofredande|trakasseri|förföljelse|hemfridsbrott|olaga tvång|utpressning|hets mot|threat|harr?ass|stalk|intimidat|menacing|extort|blackmail',
  ],
  [
    'drugs',
    'narkotika|narkotisk|knark|<dop(?:n)?ing|<drugs?>|narcotic|marijuana|cannabis|heroin|cocaine|controlled (?:dangerous )?substance|paraphernalia',
  ],
  ['public_drunkenness', 'fylleri|berusad|drunk|intoxicat|liquor|alcohol'],
  ['vehicle_nuisance', 'buskör|mopedkör|moped|street racing|dirt bike|vehicle nuisance'],
  ['litter', 'nedskräp|skräp|sopor|avfall|litter|fly.?tip|dumping|<waste|<trash|garbage|rubbish'],
  ['lighting_fault', 'belysning|<lamp(?:a|or|fel)|street ?light|lighting|lamp ?post'],
  ['vandalism', 'damage'],
  [
    'disorder',
    'ordningsstör|ordningslag|allmän ordning|störning|störande|<bråk|olaga intrång|upplopp|buller|hög musik|hög ljud|tiggeri|disorder|anti.?social|nuisance|trespass|public peace|public order|loiter|vagran|panhandl|<noise|disturb|curfew|<riot|fireworks|fyrverkeri',
  ],
  [
    'other',
    'övrig|<annan>|<annat>|<andra>|<other|<misc|bedräg|fraud|förfalsk|forger|counterfeit|embezzl|förskingr|trafik|traffic|olycka|accident|collision|crash|försvunn|missing|sammanfattning|miljöbrott|<djur|animal|gambling|brib|perjur|menad|smuggl|<kontroll|räddning|<larm|warrant|<court|contempt|probation|licen[cs]e|<driving|identity|id-?brott|dataintrång|<falsk|<cyber|sjukdom|medical|suicid|alkohollag|non.?criminal|no crime|ej brott|okänd|unknown|family offen',
  ],
]

const EDGES: Readonly<Record<string, string>> = { '<': '(?<!\\p{L})', '>': '(?!\\p{L})' }
const FORMS = MESSAGES.map(([code, words]) => {
  /* Of `(?<!` the sign is no edge. */
  const source = words.replaceAll(/(?<!\(\?)[<>]/g, (edge) => EDGES[edge]!)
  return [code, new RegExp(source, 'iu')] as const
})

/** The category of the first word that is known in a text; null when none is. */
export function categoryOfWords(text: string): string | null {
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null
}
