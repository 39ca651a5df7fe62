/** The layers that come in files by a mapping. */
export const IMPORTED_KINDS = ['cameras', 'patrol-zones', 'focus-areas'] as const
export type ImportedKind = (typeof IMPORTED_KINDS)[number]

/** How the text of a field is read. */
export type FieldForm =
  | 'text'
  | 'measure'
  | 'money'
  | 'bearing'
  | 'status'
  | 'firstDay'
  | 'lastDay'
  | 'schedule'

/** A property of a layer as it comes in files. */
export interface LayerField {
  readonly name: string
  readonly form: FieldForm
  readonly required: boolean
  /** What its column is called, words in small letters, the likeliest first. */
  readonly called: readonly string[]
}

const field = (name: string, form: FieldForm, called: string, required = false): LayerField => ({
  name,
  form,
  required,
  called: called.split('|'),
})

const NAME =
  'name|namn|camera name|kameranamn|kamera|zonnamn|zone name|områdesnamn|area name|benämning|beteckning|titel|title|platsnamn|site name|location name|location|plats|läge|lokalisering|adress|address|gatuadress|street|gata|område|zon|zone|beskrivning|description'
const FROM =
  'valid from|giltig från|giltigt från|gäller från|programme from|program from|programstart|från och med|från|from|fom|fr o m|start date|startdatum|startdat|start|begin|from date|från datum|datum från|från dat|giltig fr|date from'
const TO =
  'valid to|giltig till|giltigt till|gäller till|programme to|program to|programslut|till och med|till|to|tom|t o m|until|end date|slutdatum|slutdat|slut|end|to date|till datum|datum till|giltig t|date to'
const OWNER =
  'owner|ägare|nämnd|ansvarig nämnd|board|ansvarig|responsible|huvudman|förvaltning|department|organisation|organization'
const REFERENCE = 'dnr|diarienummer|diarienr|diarie nr|ärendenummer|ärendenr|case number|reference|referens'

/** What each layer holds, required things first asked for. */
export const LAYER_FIELDS: Readonly<Record<ImportedKind, readonly LayerField[]>> = {
  cameras: [
    field('name', 'text', NAME, true),
    field(
      'operator',
      'text',
      `operator|operatör|kamerabevakare|operated by|controller|personuppgiftsansvarig|${OWNER}|authority|company|institution`,
      true,
    ),
    field('purpose', 'text', 'purpose|syfte|ändamål|ändamålet|bevakningsändamål|reason|use', true),
    field('status', 'status', 'status|driftstatus|driftläge|driftsläge|tillstånd|state|skick', true),
    field(
      'contact',
      'text',
      'contact|kontakt|kontaktuppgift|kontaktuppgifter|e post|epost|e mail|email|mail|telefon|phone',
    ),
    field(
      'directionDegrees',
      'bearing',
      'direction degrees|direction|riktning|kamerariktning|camera direction|kompassriktning|bearing|azimuth|azimut|heading|orientation|camera orientation|orientering|rotation',
    ),
    field(
      'viewDegrees',
      'measure',
      'view degrees|view angle|field of view|fov|bildvinkel|synfält|synvinkel|öppningsvinkel|vinkel|angle|camera angle',
    ),
    field(
      'rangeMetres',
      'measure',
      'range metres|range m|range meters|range|räckvidd|räckvidd m|reach|distance|avstånd',
    ),
    field(
      'hours',
      'text',
      'hours|operating hours|drifttid|drifttider|bevakningstid|bevakningstider|tider|tid|schema|schedule',
    ),
    field(
      'retentionDays',
      'measure',
      'retention days|retention|lagringstid|lagringstid dagar|gallringstid|bevarandetid|lagring|storage days|storage period|dagar',
    ),
    field('legalBasis', 'text', 'legal basis|rättslig grund|laglig grund|lagstöd|lagrum'),
    field('balancingReference', 'text', `balancing reference|intresseavvägning|avvägning|${REFERENCE}`),
    field(
      'balancingSummary',
      'text',
      'balancing summary|sammanfattning avvägning|sammanfattning intresseavvägning',
    ),
  ],
  'patrol-zones': [
    field('name', 'text', NAME, true),
    field(
      'permit',
      'text',
      `permit|permit number|permit no|permit id|tillstånd|tillståndsnummer|tillståndsnr|tillstånd nr|beslut|beslutsnummer|beslutsnr|${REFERENCE}`,
      true,
    ),
    field('purpose', 'text', 'purpose|syfte|ändamål|uppdrag|reason', true),
    field('validFrom', 'firstDay', FROM, true),
    field('validTo', 'lastDay', TO),
    field(
      'schedule',
      'schedule',
      'schedule|schema|tider|tid|hours|arbetstider|bemanning|tjänstgöring|bemannade tider',
    ),
  ],
  'focus-areas': [
    field('name', 'text', NAME, true),
    field('owner', 'text', OWNER, true),
    field('programmeFrom', 'firstDay', FROM, true),
    field('programmeTo', 'lastDay', TO),
    field(
      'budgetSek',
      'money',
      'budget sek|budget|budget kr|budget kronor|anslag|kostnad|cost|belopp|amount',
    ),
    field(
      'plannedInvestments',
      'text',
      'planned investments|investments|investeringar|planerade investeringar|planerade åtgärder|åtgärder|insatser|measures',
    ),
  ],
}

/** Every property that a mapping can name, whatever the layer. */
export const FIELD_NAMES: readonly string[] = [
  ...new Set(Object.values(LAYER_FIELDS).flatMap((fields) => fields.map(({ name }) => name))),
]
