import type { Language } from '../i18n/language.ts'

interface AboutSection {
  readonly heading: string
  readonly text: string
}

/** Texts on how figures are counted, for readers without statistics. */
export const ABOUT: Readonly<Record<Language, readonly AboutSection[]>> = {
  sv: [
    {
      heading: 'Vad en färgad ruta säger',
      text: 'Staden är indelad i lika stora sexhörniga rutor. För varje ruta räknas händelserna i den och i dess grannar, och jämförs med vad som skulle finnas där om händelserna var jämnt fördelade över stadens mark. En ruta får färg först när skillnaden är säker: hela 95-procentsintervallet ska ligga över gränsen för de två mörkare klasserna.',
    },
    {
      heading: 'Vad den inte säger',
      text: 'Anmälda händelser är inte detsamma som brott, och inte detsamma som otrygghet. Där många rör sig anmäls mer. Antalet besökare är inte inräknat om du inte väljer det. En ruta utan färg är inte bevisat lugn.',
    },
    {
      heading: 'Vad planerare och samordnare ser',
      text: 'Summor av fasta rutor med 50 meters sida, per grupp och avslutad kalendermånad: våld och hot per kvartal, enskilda slags händelser per kalenderår, delar av dygnet och veckan per kalenderår i rutor med 200 meters sida. Större rutor är summor av de små, efter andel av ytan. Bara händelser som med säkerhet inte skedde i en bostad ingår. Siffrorna tas fram högst en gång i månaden, och det som kommer in däremellan syns nästa gång.',
    },
    {
      heading: 'Varför kalla platser inte ritas',
      text: 'Rutor med färre händelser än väntat räknas men ritas inte: få anmälningar kan bero på att få anmäler.',
    },
    {
      heading: 'Många prövningar på en gång',
      text: 'När tusentals rutor prövas blir några utpekade av en slump. Därför justeras varje p-värde för alla rutor (Benjamini–Hochberg, 5 %).',
    },
    {
      heading: 'Vad en prövning räknar',
      text: 'En prövning räknar 50-metersrutor, inte det ritade området: rutorna inom 50 meter från det, från 5 hektar de som ligger i det. De är ritade på kartan. Siffrorna gäller hela avslutade månader. I nio fall av tio skiljer de sig från antalet innanför linjen med högst 40 % vid 1 hektar, 21 % vid 5 och 13 % vid 20. Jämförbara platser är alla lägen av samma form med ungefär lika många boende, ingen är framlottad.',
    },
    {
      heading: 'Att räkna om',
      text: 'Varje svar bär sin dataversion, sitt urval och sin metod. En sparad granskning kan räknas om och jämföras byte för byte.',
    },
  ],
  en: [
    {
      heading: 'What a coloured cell says',
      text: 'The city is divided into hexagonal cells of equal size. For each, the incidents in it and its neighbours are counted and compared with what would be there if incidents were spread evenly over the city’s land. A cell is coloured only when the difference is certain: for the two darker classes the whole 95 % interval lies above the bound.',
    },
    {
      heading: 'What it does not say',
      text: 'Reported incidents are not the same as crime, and not the same as feeling unsafe. Where many people move, more is reported. Visitor numbers are not included unless you choose so. A cell without colour is not proven calm.',
    },
    {
      heading: 'What planners and coordinators see',
      text: 'Sums of fixed cells with a side of 50 metres, by group and calendar month that has ended: violence and threats by quarter, single kinds of incidents by calendar year, parts of the day and week by calendar year in cells with a side of 200 metres. Larger cells are sums of the small ones by share of area. Only incidents that are known not to be in a dwelling are counted. The figures are made at most once a month, and what comes in between shows the next time.',
    },
    {
      heading: 'Why cold places are not drawn',
      text: 'Cells with fewer incidents than expected are computed but not drawn: few reports may mean that few people report.',
    },
    {
      heading: 'Many tests at once',
      text: 'When thousands of cells are tested some stand out by chance. So every p-value is adjusted over all cells (Benjamini–Hochberg, 5 %).',
    },
    {
      heading: 'What a check counts',
      text: 'A check counts cells of 50 metres, not the drawn area: the cells within 50 metres of it, from 5 hectares on those that lie in it. They are drawn on the map. The figures are of whole months that have closed. In nine cases of ten they differ from the count inside the line by at most 40 % at 1 hectare, 21 % at 5 and 13 % at 20. Comparable places are all placements of the same shape with about as many residents; none is drawn by lot.',
    },
    {
      heading: 'Counting again',
      text: 'Every answer carries its data version, its selection and its method. A saved review can be recomputed and compared byte for byte.',
    },
  ],
}
