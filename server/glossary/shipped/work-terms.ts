import type { ShippedEntry } from './shipped-entry.ts'

const term = (key: string, sv: ShippedEntry['sv'], en: ShippedEntry['en']): ShippedEntry => ({
  key,
  kind: 'term',
  sv,
  en,
})

/** Words of the work round a place. */
export const WORK_TERMS: readonly ShippedEntry[] = [
  term(
    'lagesbild',
    {
      name: 'lägesbild',
      forms: ['lägesbilden', 'lägesbilder', 'lägesbilderna'],
      text: 'Vad vi vet om en plats eller stadsdel: problem, lokala förhållanden, behov och resurser, för en viss tid. Lagen (2023:196) kräver att kommunen har en.',
    },
    {
      name: 'situation picture',
      forms: ['situation pictures'],
      text: 'What we know of a place or district: problems, local conditions, needs and resources, for a certain time. The law (2023:196) requires the municipality to have one.',
    },
  ),
  term(
    'orsaksanalys',
    {
      name: 'orsaksanalys',
      forms: ['orsaksanalysen', 'orsaksanalyser'],
      text: 'Svaret på frågan ”varför just här, varför just då?”. Varje orsak är antagen, styrkt eller motsagd. En motsagd orsak står kvar, med det som motsade den.',
    },
    {
      name: 'cause analysis',
      forms: ['cause analyses'],
      text: 'The answer to “why here, why then?”. Each cause is assumed, supported or contradicted. A contradicted one stays, with what contradicted it.',
    },
  ),
  term(
    'atgardsplan',
    {
      name: 'åtgärdsplan',
      forms: ['åtgärdsplanen', 'åtgärdsplaner'],
      text: 'Vad som ska göras, av vem, till när och för vilka pengar. Lagen (2023:196) kräver att kommunen beslutar en och följer upp den minst vartannat år.',
    },
    {
      name: 'action plan',
      forms: ['action plans'],
      text: 'What is to be done, by whom, until when and with which money. The law (2023:196) requires the municipality to decide one and to follow it up at least every second year.',
    },
  ),
  term(
    'atgard',
    {
      name: 'åtgärd',
      forms: ['åtgärden', 'åtgärder', 'åtgärderna'],
      text: 'Något som görs mot en orsak, för ett mål: ny belysning, ordningsvakter, en fritidsgård som har öppet. Den har en ägare, en tid och, när den är beslutad, ett beslut.',
    },
    {
      name: 'measure',
      forms: ['measures'],
      text: 'Something that is done against a cause, for a goal: new lighting, guards, a youth centre that is open. It has an owner, a time and, once decided, a decision.',
    },
  ),
  term(
    'insats',
    {
      name: 'insats',
      forms: ['insatsen', 'insatser', 'insatserna'],
      text: 'Det som görs inom någon vecka: laga en lampa, klippa en häck, gå en extra runda. Tre insatser av samma slag på en plats på 90 dagar kan vara ett problem.',
    },
    {
      name: 'action',
      forms: ['actions'],
      text: 'What is done within a week or so: mend a lamp, cut a hedge, walk an extra round. Three of a kind at a place in 90 days may be a problem.',
    },
  ),
  term(
    'atagande',
    {
      name: 'åtagande',
      forms: ['åtagandet', 'åtaganden', 'åtagandena'],
      text: 'Det som en part har lovat att göra till en viss dag, oftast på ett möte. Det som är försenat står först.',
    },
    {
      name: 'commitment',
      forms: ['commitments'],
      text: 'What a party has promised to do by a certain day, mostly at a meeting. What is late stands first.',
    },
  ),
  term(
    'uppfoljning',
    {
      name: 'uppföljning',
      forms: ['uppföljningen', 'uppföljningar'],
      text: 'Blev det bättre? Platsen jämförs med liknande platser utan åtgärden. ”För få för att avgöra” är också ett svar.',
    },
    {
      name: 'follow-up',
      forms: ['follow-ups'],
      text: 'Did it get better? The place is compared with similar ones without the measure. “Too few to tell” is an answer too.',
    },
  ),
  term(
    'brott-och-trygghet',
    {
      name: 'trygghet',
      forms: ['tryggheten', 'upplevd trygghet', 'otrygghet', 'otryggheten'],
      text: 'Hur säkra människor känner sig. Det är något annat än anmälda brott: en plats kan vara älskad och ha många brott, och tvärtom. De två räknas aldrig ihop.',
    },
    {
      name: 'perceived safety',
      forms: ['felt safety'],
      text: 'How safe people feel. It is something else than reported crime: a place can be loved and have much crime, and the other way round. The two are never added up.',
    },
  ),
  term(
    'platssamverkan',
    {
      name: 'platssamverkan',
      text: 'Staden, polisen, fastighetsägare och handlare arbetar tillsammans kring en plats, med regelbundna möten och gemensamma åtaganden.',
    },
    {
      name: 'place collaboration',
      text: 'The city, the police, owners and traders work together round a place, with regular meetings and common commitments.',
    },
  ),
  term(
    'samverkansoverenskommelse',
    {
      name: 'samverkansöverenskommelse',
      forms: [
        'samverkansöverenskommelsen',
        'samverkansöverenskommelser',
        'överenskommelsen',
        'överenskommelser',
      ],
      text: 'Vad parterna har kommit överens om: vilka som är med, var, hur länge, vilka problem och vilka möten. För en stadsdel är det nämnden och lokalpolisområdet.',
    },
    {
      name: 'agreement on collaboration',
      forms: ['agreements on collaboration'],
      text: 'What the parties have agreed on: who takes part, where, for how long, which problems and which meetings. Of a district these are the board and the local police.',
    },
  ),
  term(
    'medborgarlofte',
    {
      name: 'medborgarlöfte',
      forms: ['medborgarlöftet', 'medborgarlöften'],
      text: 'Ett löfte i en mening från polisen och staden till dem som bor i en stadsdel. Det är offentligt från beslutet, och följs upp på samma sida.',
    },
    {
      name: 'citizens’ promise',
      forms: ['citizens’ promises'],
      text: 'A promise in one sentence by police and city to those who live in a district. It is public from its decision, and followed up on the same page.',
    },
  ),
  term(
    'est',
    {
      name: 'EST',
      text: 'Effektiv samordning för trygghet: de som rör sig ute rapporterar, veckans bild läggs, och mötet bestämmer vem som gör vad. Alltid om platser, aldrig om personer.',
    },
    {
      name: 'EST',
      text: 'A way of working: those who are out report, the week’s picture is drawn, and the meeting decides who does what. Always about places, never about persons.',
    },
  ),
  term(
    'veckobild',
    {
      name: 'veckobild',
      forms: ['veckobilden', 'veckans bild'],
      text: 'Vad som rapporterats de senaste sju dagarna, bredvid de åtta veckorna före. Polisens anmälningar ingår aldrig.',
    },
    {
      name: 'picture of the week',
      text: 'What was reported in the last seven days, beside the eight weeks before. Police records are never in it.',
    },
  ),
]
