import type { ShippedEntry } from './shipped-entry.ts'

const term = (key: string, sv: ShippedEntry['sv'], en: ShippedEntry['en']): ShippedEntry => ({
  key,
  kind: 'term',
  sv,
  en,
})

/** Words of what is seen, planned and written down. */
export const CITY_TERMS: readonly ShippedEntry[] = [
  term(
    'iakttagelse',
    {
      name: 'iakttagelse',
      forms: ['iakttagelsen', 'iakttagelser', 'iakttagelserna'],
      text: 'Något som setts på en plats: en trasig lampa, nedskräpning, bråk. Den handlar om vad som hände och om miljön, aldrig om vem.',
    },
    {
      name: 'observation',
      forms: ['observations'],
      text: 'Something that was seen at a place: a broken lamp, litter, a brawl. It is about what happened and the surroundings, never about who.',
    },
  ),
  term(
    'trygghetsvandring',
    {
      name: 'trygghetsvandring',
      forms: ['trygghetsvandringen', 'trygghetsvandringar', 'vandringen'],
      text: 'En promenad där boende, staden och andra tittar på en plats tillsammans och noterar vad som behöver göras. Det som inte fått svar på 30 dagar påminns om.',
    },
    {
      name: 'safety walk',
      forms: ['safety walks'],
      text: 'A walk on which residents, the city and others look at a place together and note what needs doing. What has no answer after 30 days is brought up again.',
    },
  ),
  term(
    'lokalt-behov',
    {
      name: 'lokalt behov',
      forms: ['lokala behov', 'lokala behoven'],
      text: 'Vad en plats behöver, i en mening, så att den som bygger eller planerar får veta det i tid. Varje behov får ett svar.',
    },
    {
      name: 'local need',
      forms: ['local needs'],
      text: 'What a place needs, in one sentence, so that whoever builds or plans knows in time. Each need gets an answer.',
    },
  ),
  term(
    'situationell-prevention',
    {
      name: 'situationell prevention',
      forms: ['situationella', 'situationell'],
      text: 'Att ändra platsen så att brott blir svårare: belysning, sikt, fordonshinder, vakter.',
    },
    {
      name: 'situational prevention',
      forms: ['situational'],
      text: 'Changing the place so that crime becomes harder: lighting, sight lines, vehicle barriers, guards.',
    },
  ),
  term(
    'social-prevention',
    {
      name: 'social prevention',
      forms: ['sociala åtgärder'],
      text: 'Att stärka människor, så att färre börjar begå brott. Sådant ritas aldrig på kartan när det gäller utvalda personer.',
    },
    {
      name: 'social prevention',
      forms: ['social measures'],
      text: 'Strengthening people, so that fewer begin to commit crimes. What is for chosen persons is never drawn on the map.',
    },
  ),
  term(
    'ordningsvakt',
    {
      name: 'ordningsvakt',
      forms: ['ordningsvakter', 'ordningsvakterna'],
      text: 'Polisen ger tillstånd för ett område, en tid och ett ändamål (lag 2023:421). Schemat säger när de ska vara där, inte att de var det.',
    },
    {
      name: 'guard',
      forms: ['guards'],
      text: 'The police grant a permit for an area, a time and a purpose (law 2023:421). The schedule says when they are to be there, not that they were.',
    },
  ),
  term(
    'trygghetskamera',
    {
      name: 'trygghetskamera',
      forms: ['trygghetskameror', 'trygghetskamerorna'],
      text: 'Staden väger behovet mot intrånget och skriver ned det, innan en kamera sätts upp (kamerabevakningslag 2018:1200). Var den ser visas för alla, aldrig exakt var den sitter.',
    },
    {
      name: 'safety camera',
      forms: ['safety cameras'],
      text: 'Before it puts a camera up the city weighs the need against the intrusion and writes that down (law 2018:1200). What it sees is shown to all, never where exactly it hangs.',
    },
  ),
  term(
    'fokusomrade',
    {
      name: 'fokusområde',
      forms: ['fokusområdet', 'fokusområden'],
      text: 'Ett område i ytterstaden dit staden styr investeringar och planering under en programperiod.',
    },
    {
      name: 'focus area',
      forms: ['focus areas'],
      text: 'An area of the outer city to which the city directs investment and planning for a programme period.',
    },
  ),
  term(
    'trygghetsgranskning',
    {
      name: 'trygghetsgranskning',
      forms: ['trygghetsgranskningen', 'trygghetsgranskningar'],
      text: 'Hur ett byggförslag prövas mot vad som är känt om platsen, med de fyra vägningarna och perspektiven. Något annat än planens skede granskning.',
    },
    {
      name: 'safety review',
      forms: ['safety reviews'],
      text: 'How a building proposal is held against what is known of the place, with the four trade-offs and the perspectives. Not the stage of a plan called review.',
    },
  ),
  term(
    'samrad',
    {
      name: 'samråd',
      forms: ['samrådet', 'samråden'],
      text: 'Att fråga dem som berörs innan något beslutas: pensionärsrådet, funktionshinderrådet, andra förvaltningar, parterna. Vad de sade och vad det blev står i ärendets beredning.',
    },
    {
      name: 'consultation',
      forms: ['consultations'],
      text: 'Hearing those concerned before something is decided: the councils of pensioners and of people with disabilities, other departments, the parties. What they said and what came of it stands in how the case was prepared.',
    },
  ),
  term(
    'offentligt-underlag',
    {
      name: 'offentligt underlag',
      forms: ['offentliga underlaget'],
      text: 'Den del av en trygghetsgranskning som alla får läsa: publicerade siffror och det som är känt utan enskilda händelser.',
    },
    {
      name: 'public document',
      forms: ['public documents'],
      text: 'The part of a safety review that everybody may read: published figures, and what is known without single incidents.',
    },
  ),
  term(
    'sekretessbilaga',
    {
      name: 'sekretessbilaga',
      forms: ['sekretessbilagan', 'sekretessbilagor'],
      text: 'De exakta siffrorna i en trygghetsgranskning. Den går till nämnden som beslutar och nämns i det offentliga underlaget. Begärs den ut prövar staden sekretessen.',
    },
    {
      name: 'secret annex',
      forms: ['secret annexes'],
      text: 'The exact figures of a safety review. It goes to the board that decides, and is named in the public document. If it is asked for, the city examines whether it is secret.',
    },
  ),
  term(
    'botryggt2030',
    {
      name: 'BoTryggt2030',
      text: 'En handbok för trygga bostadsområden. Dess nio aspekter är checklistan i en trygghetsgranskning.',
    },
    {
      name: 'BoTryggt2030',
      text: 'A Swedish handbook for safe residential areas. Its nine aspects are the checklist of a safety review.',
    },
  ),
  term(
    'vagning',
    {
      name: 'vägning',
      forms: ['vägningen', 'vägningar'],
      text: 'En trygghetsåtgärd hålls mot folkliv, buller, tillgänglighet och trafiksäkerhet innan den beslutas.',
    },
    {
      name: 'weighing',
      forms: [],
      text: 'A safety measure is held against street life, noise, accessibility and traffic safety before it is decided.',
    },
  ),
  term(
    'ils',
    {
      name: 'ILS',
      text: 'Stadens ledningssystem, där mål, aktiviteter och indikatorer följs upp. Här står bara koden: inget rapporteras två gånger.',
    },
    {
      name: 'ILS',
      text: 'The city’s steering system, in which goals, activities and indicators are followed up. Only the code stands here: nothing is reported twice.',
    },
  ),
  term(
    'tertialrapport',
    {
      name: 'tertialrapport',
      forms: ['tertialrapporten', 'tertialrapporter'],
      text: 'Nämndens rapport efter fyra och åtta månader (T1 den 30 april, T2 den 31 augusti). Det som sägs den dagen står fast.',
    },
    {
      name: 'tertial report',
      forms: ['tertial reports'],
      text: 'A board’s report after four and eight months (T1 on 30 April, T2 on 31 August). What is said that day stands.',
    },
  ),
  term(
    'tjansteutlatande',
    {
      name: 'tjänsteutlåtande',
      forms: ['tjänsteutlåtandet', 'tjänsteutlåtanden'],
      text: 'Förvaltningens skrivelse till nämnden i ett ärende, med förslag till beslut.',
    },
    {
      name: 'official statement',
      forms: ['official statements'],
      text: 'What the administration writes to its board in a case, with a proposed decision.',
    },
  ),
  term(
    'utlamnande',
    {
      name: 'utlämnande',
      forms: ['utlämnandet', 'begäran om utlämnande'],
      text: 'När någon begär en allmän handling prövar staden sekretessen. Ingen behöver säga vem den är eller varför. Ett nej går att överklaga.',
    },
    {
      name: 'request for a public record',
      forms: ['requests for public records'],
      text: 'When somebody asks for a public record the city considers secrecy. Nobody has to say who they are or why. A refusal can be appealed.',
    },
  ),
]
