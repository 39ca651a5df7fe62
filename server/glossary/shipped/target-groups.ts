import type { ShippedEntry } from './shipped-entry.ts'

const group = (key: string, sv: ShippedEntry['sv'], en: ShippedEntry['en']): ShippedEntry => ({
  key,
  kind: 'target-group',
  sv,
  en,
})

/** Groups that measures are meant for. */
export const TARGET_GROUPS: readonly ShippedEntry[] = [
  group(
    'aldringsbrott',
    {
      name: 'äldringsbrott',
      forms: ['äldre'],
      text: 'Brott som utnyttjar att någon är gammal: stöld genom list i hemmet, bedrägeri på telefon, rån vid bankomat.',
      afterEffects: 'Skam, rädsla för att gå ut eller öppna dörren, förlorad tillit. Många anmäler inte.',
      tools:
        'Uppsökande samtal, information på mötesplatser för äldre, spärrtjänster, samarbete med banker, hemtjänst och pensionärsråd.',
      notOnMap:
        'Det mesta sker hemma och visas aldrig på kartan. Siffrorna finns bara för hela staden och år.',
    },
    {
      name: 'crimes against the elderly',
      forms: ['elderly', 'elder crime'],
      text: 'Crimes that exploit old age: theft by deception at home, fraud by telephone, robbery at a cash machine.',
      afterEffects: 'Shame, fear of going out or of opening the door, lost trust. Many never report it.',
      tools:
        'Visits, information where old people meet, blocking services, work with banks, home care and the pensioners’ council.',
      notOnMap:
        'Most of it happens at home and is never on the map. Figures are of the whole city by year alone.',
    },
  ),
  group(
    'funktionsnedsattning',
    {
      name: 'personer med funktionsnedsättning',
      forms: ['funktionsnedsättning', 'funktionshinder'],
      text: 'Hot, våld, stöld och utnyttjande som riktas mot den som har en funktionsnedsättning, ofta av någon som är nära.',
      afterEffects: 'Beroende av den som gör illa, svårt att bli trodd, färre vägar att röra sig fritt.',
      tools:
        'Lättläst information, utbildning av personal i boende och färdtjänst, tillgängliga vägar att anmäla, samråd med funktionshinderrådet.',
      notOnMap:
        'Det mesta sker i hem och verksamheter. Anmälningar säger sällan att offret har en funktionsnedsättning.',
    },
    {
      name: 'people with disabilities',
      forms: ['disability'],
      text: 'Threats, violence, theft and exploitation of people with disabilities, often by somebody close.',
      afterEffects: 'Dependence on whoever does harm, hard to be believed, fewer ways to move freely.',
      tools:
        'Easy-read information, training of staff in homes and transport, accessible ways to report, consultation with the disability council.',
      notOnMap:
        'Most of it happens in homes and services. Reports seldom say that the victim has a disability.',
    },
  ),
  group(
    'barn-och-unga',
    {
      name: 'barn och unga',
      forms: ['unga', 'ungdomar'],
      text: 'Barn och unga som utsätts för brott eller är på väg in i dem, och som rör sig mellan skola, fritid och hem.',
      afterEffects: 'Skolfrånvaro, oro hos syskon och föräldrar, platser som undviks.',
      tools:
        'Öppna fritidsgårdar kvällar och helger, fältarbetare, föräldravandring, samtal med skolan. Oro för ett barn anmäls till socialtjänsten, inte här.',
      notOnMap: 'Det som händer på nätet, i hem och i skolor. Skolor har aldrig egna siffror på kartan.',
    },
    {
      name: 'children and young people',
      forms: ['young people'],
      text: 'Children and young people who meet crime or are on their way into it, and who move between school, leisure and home.',
      afterEffects: 'Absence from school, worry of siblings and parents, places that are avoided.',
      tools:
        'Youth centres open on evenings and weekends, outreach workers, parents’ walks, talks with the school. Worry about a child goes to social services, not here.',
      notOnMap:
        'What happens online, in homes and in schools. Schools never have figures of their own on the map.',
    },
  ),
  group(
    'kvinnor-och-flickor',
    {
      name: 'kvinnor och flickor',
      forms: ['jämställdhet'],
      text: 'Kvinnor känner sig oftare otrygga ute och väljer andra vägar. Det syns i trygghetsmätningen, som delas på kön, inte i anmälningarna.',
      afterEffects: 'Vägar, tider och platser som väljs bort.',
      tools:
        'Trygghetsvandring på kvällen med kvinnor, belysning och sikt längs vägar som undviks, liv på platsen hela dagen.',
      notOnMap: 'Våld i nära relation sker hemma. Sexualbrott redovisas bara för hela staden och år.',
    },
    {
      name: 'women and girls',
      forms: ['gender equality'],
      text: 'Women more often feel unsafe outdoors and choose other ways. The survey of safety shows it by sex; reports do not.',
      afterEffects: 'Ways, hours and places that are given up.',
      tools:
        'An evening safety walk with women, lighting and sight along ways that are avoided, life at the place all day.',
      notOnMap:
        'Violence in close relations happens at home. Sexual offences are shown for the whole city by year alone.',
    },
  ),
  group(
    'hbtq',
    {
      name: 'hbtq-personer',
      forms: ['hbtq'],
      text: 'Hatbrott och trakasserier mot personer för vem de är eller vem de älskar.',
      afterEffects: 'Att dölja sig, undvika platser och färdvägar, låg vilja att anmäla.',
      tools: 'Utbildning av vakter och värdar, synliga mötesplatser, samarbete med föreningar.',
      notOnMap: 'Hatbrott redovisas bara för hela staden och år. Mycket anmäls aldrig.',
    },
    {
      name: 'LGBTQ people',
      forms: ['LGBTQ'],
      text: 'Hate crimes and harassment of people for who they are or whom they love.',
      afterEffects: 'Hiding, avoiding places and ways, little will to report.',
      tools: 'Training of guards and hosts, visible meeting places, work with associations.',
      notOnMap: 'Hate crimes are shown for the whole city by year alone. Much is never reported.',
    },
  ),
]
