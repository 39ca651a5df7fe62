import type { ShippedEntry } from './shipped-entry.ts'

const duty = (key: string, sv: ShippedEntry['sv'], en: ShippedEntry['en']): ShippedEntry => ({
  key,
  kind: 'duty',
  sv,
  en,
})

/** Who answers for what, as in most cities; each city words its own. */
export const DUTIES: readonly ShippedEntry[] = [
  duty(
    'kommunstyrelsen',
    {
      name: 'Kommunstyrelsen',
      text: 'Leder och samordnar programmet, beslutar om trygghetsmedel och svarar för kommunens lägesbild och åtgärdsplan (lag 2023:196).',
    },
    {
      name: 'City executive board',
      forms: ['Kommunstyrelsen'],
      text: 'Leads and co-ordinates the programme, decides on safety money and answers for the municipality’s situation picture and action plan (law 2023:196).',
    },
  ),
  duty(
    'stadsdelsnamnden',
    {
      name: 'Stadsdelsnämnden',
      forms: ['stadsdelsnämnd', 'stadsdelsförvaltningen'],
      text: 'Svarar för sin stadsdel: lokal lägesbild, samordnare, fältarbete, fritidsgårdar, parker och det dagliga samarbetet med lokalpolisen.',
    },
    {
      name: 'District board',
      forms: ['Stadsdelsnämnden', 'district administration'],
      text: 'Answers for its district: local situation picture, co-ordinator, outreach work, youth centres, parks and the daily work with the local police.',
    },
  ),
  duty(
    'trafiknamnden',
    {
      name: 'Trafiknämnden',
      forms: ['trafikkontoret'],
      text: 'Gator, torg, belysning, fordonshinder, renhållning och skötsel av det allmänna rummet.',
    },
    {
      name: 'Traffic board',
      forms: ['Trafiknämnden', 'Trafikkontoret', 'traffic administration'],
      text: 'Streets, squares, lighting, vehicle barriers, cleaning and upkeep of public space.',
    },
  ),
  duty(
    'stadsbyggnadsnamnden',
    {
      name: 'Stadsbyggnadsnämnden',
      forms: ['stadsbyggnadskontoret'],
      text: 'Detaljplaner och bygglov: här vägs trygghet in när något ska byggas.',
    },
    {
      name: 'City planning board',
      forms: ['Stadsbyggnadsnämnden', 'Stadsbyggnadskontoret'],
      text: 'Plans and building permits: here safety counts when something is to be built.',
    },
  ),
  duty(
    'exploateringsnamnden',
    {
      name: 'Exploateringsnämnden',
      forms: ['exploateringskontoret'],
      text: 'Stadens mark: markanvisning, nya kvarter och investeringar i gator och parker där det byggs.',
    },
    {
      name: 'Development board',
      forms: ['Exploateringsnämnden', 'Exploateringskontoret'],
      text: 'The city’s land: allocation, new blocks and investments in streets and parks where building goes on.',
    },
  ),
  duty(
    'fastighetsnamnden',
    {
      name: 'Fastighetsnämnden',
      forms: ['fastighetskontoret'],
      text: 'Stadens egna hus och lokaler, och hur det ser ut kring dem.',
    },
    {
      name: 'Real estate board',
      forms: ['Fastighetsnämnden', 'Fastighetskontoret'],
      text: 'The city’s own buildings and premises, and how it looks around them.',
    },
  ),
  duty(
    'socialnamnden',
    {
      name: 'Socialnämnden',
      forms: ['socialförvaltningen', 'socialtjänsten'],
      text: 'Stöd till den som far illa eller är på väg in i brott, avhopparstöd, brottsofferstöd. Arbetet gäller personer och står aldrig här: ärenden om enskilda hör inte hemma i kartan.',
    },
    {
      name: 'Social welfare board',
      forms: ['Socialnämnden', 'Socialförvaltningen', 'social services'],
      text: 'Support for whoever fares badly or is on the way into crime, for leaving it, for victims. The work concerns persons and never stands here.',
    },
  ),
  duty(
    'utbildningsnamnden',
    {
      name: 'Utbildningsnämnden',
      forms: ['utbildningsförvaltningen'],
      text: 'Skolorna och tryggheten i dem och på vägen dit.',
    },
    {
      name: 'Education board',
      forms: ['Utbildningsnämnden', 'Utbildningsförvaltningen'],
      text: 'The schools, and safety in them and on the way there.',
    },
  ),
  duty(
    'miljo-och-halsoskydd',
    {
      name: 'Miljö- och hälsoskyddsnämnden',
      forms: ['miljöförvaltningen'],
      text: 'Tillsyn: buller, tobak och alkohol, livsmedel, och att regler följs där det slarvas.',
    },
    {
      name: 'Environment and health board',
      forms: ['Miljö- och hälsoskyddsnämnden', 'Miljöförvaltningen'],
      text: 'Inspections: noise, tobacco and alcohol, food, and that rules are kept.',
    },
  ),
  duty(
    'bostadsbolagen',
    {
      name: 'Bostadsbolagen',
      forms: ['bostadsbolaget', 'bostadsbolag'],
      text: 'Stadens bostadsbolag sköter gårdar, entréer och belysning på egen mark, och har värdar som rör sig i området.',
    },
    {
      name: 'Housing companies',
      forms: ['Bostadsbolagen', 'Bostadsbolaget', 'housing company'],
      text: 'The city’s housing companies look after courtyards, entrances and lighting on their own land, and have caretakers who are out in the area.',
    },
  ),
  duty(
    'polisen',
    {
      name: 'Polisen',
      forms: ['lokalpolisen', 'lokalpolisområdet'],
      text: 'Utreder och förebygger brott, ger tillstånd för ordningsvakter och kommer med i överenskommelser och medborgarlöften. Akut: 112. Annars: 114 14.',
    },
    {
      name: 'The police',
      forms: ['Polisen', 'local police'],
      text: 'Investigates and prevents crime, grants permits for guards, and takes part in agreements and citizens’ promises. Emergency: 112. Otherwise: 114 14.',
    },
  ),
  duty(
    'fastighetsagarna',
    {
      name: 'Fastighetsägarna',
      forms: ['fastighetsägare', 'fastighetsägaren', 'BID'],
      text: 'Privata ägare och deras föreningar (BID) svarar för egen mark: belysning, sikt, klotter, lås, uthyrning av lokaler mot gatan.',
    },
    {
      name: 'Property owners',
      forms: ['Fastighetsägarna', 'property owner', 'BID'],
      text: 'Private owners and their associations (BID) answer for their own land: lighting, sight lines, graffiti, locks, shops towards the street.',
    },
  ),
]
