import type { Texts } from '../engine/texts.ts'
import type { SettingName } from './settings.ts'

/** What each setting is for. */
export const SETTING_DESCRIPTIONS: Readonly<Record<SettingName, Texts>> = {
  DATABASE_URL: {
    sv: 'PostGIS som data ligger i; utelämnad = den inbäddade databasen under DATA_DIR.',
    en: 'PostGIS to keep the data in; absent = the embedded database under DATA_DIR.',
  },
  MIGRATION_DATABASE_URL: {
    sv: 'Samma PostGIS med en annan roll, en som får ändra schemat och radera: då behöver DATABASE_URL inga sådana rättigheter, och får dem som driften kräver.',
    en: 'The same PostGIS as another role, one that may change the schema and erase: then DATABASE_URL needs no such rights, and gets those that serving takes.',
  },
  DATA_DIR: {
    sv: 'Mapp för den inbäddade databasen, demostaden och hemligheter.',
    en: 'Folder of the embedded database, the demo city and secrets.',
  },
  HOST: {
    sv: 'Adress att lyssna på; 0.0.0.0 = alla på den här maskinen. Sätt då PUBLIC_URL och TRUST_PROXY också.',
    en: 'Address to listen on; 0.0.0.0 = every one of this machine. Set PUBLIC_URL and TRUST_PROXY, too, then.',
  },
  PORT: {
    sv: 'Port att lyssna på; 0 = vilken ledig som helst.',
    en: 'Port to listen on; 0 = any free one.',
  },
  ADMIN_HOST: {
    sv: 'Adress för mätvärden och för detaljer om beredskapen, och namnet som de frågas efter under. De är öppna för den som når den.',
    en: 'Address for metrics and the details of readiness, and the name under which they are asked for. They are open to whoever reaches it.',
  },
  ADMIN_PORT: {
    sv: 'Port för dem; 0 = vilken ledig som helst, none = ingen sådan port.',
    en: 'Port for these; 0 = any free one, none = no such port.',
  },
  CITY_CRS: {
    sv: 'EPSG-kod för stadens koordinatsystem: projicerat, i meter, inte Web Mercator.',
    en: 'EPSG code of the city’s coordinate system: projected, in metres, not Web Mercator.',
  },
  CITY_NAME: {
    sv: 'Vad staden heter, bredvid produktens namn på varje sida; utelämnad = inget.',
    en: 'What the city is called, beside the name of the product on every page; absent = nothing.',
  },
  CITY_TIMEZONE: {
    sv: 'Stadens tidszon; klockslag och datum utan klockslag gäller i den.',
    en: 'Time zone of the city; hours and bare dates are local to it.',
  },
  PUBLIC_URL: {
    sv: 'Adress som människor når servern på; dess värdnamn godtas då utöver den egna maskinens.',
    en: 'Address under which people reach the server; its host is then accepted beside loopback.',
  },
  CORS_ORIGINS: {
    sv: 'Webbplatser vars skript får fråga med en nyckel, skilda med komma: exakta ursprung, utan sökväg. Kakor gäller aldrig där.',
    en: 'Sites whose scripts may ask with a key, separated by commas: exact origins, without a path. Cookies never count there.',
  },
  EMBED_ORIGINS: {
    sv: 'Webbplatser som får visa /embed i en ram, skilda med komma: exakta ursprung, utan sökväg; * = alla. Ingen annan sida får visas i en ram.',
    en: 'Sites that may show /embed in a frame, separated by commas: exact origins, without a path; * = every one. No other page may be framed.',
  },
  TRUST_PROXY: {
    sv: 'Proxyservrar vars X-Forwarded-For godtas: loopback, linklocal, uniquelocal, adresser och nät, skilda med komma.',
    en: 'Proxies whose X-Forwarded-For is believed: loopback, linklocal, uniquelocal, addresses and networks, separated by commas.',
  },
  SECURITY_CONTACT: {
    sv: 'Dit säkerhetshål rapporteras; står i /.well-known/security.txt.',
    en: 'Where holes are reported; told by /.well-known/security.txt.',
  },
  CITY_REPORT_URL: {
    sv: 'Dit staden tar emot felanmälan av trasig belysning, skräp och klotter; utelämnad = sidan namnger tjänsten utan länk.',
    en: 'Where the city takes reports of broken lights, litter and graffiti; absent = the page names the service without a link.',
  },
  OBSERVATION_ERASURE_DECISION: {
    sv: 'Stadens gallringsbeslut, efter vilket texter i iakttagelser raderas efter 150 dagar; utelämnad = de behålls, och sidan säger det.',
    en: 'The city’s decision (gallringsbeslut) by which texts of observations are erased after 150 days; absent = they are kept, and the page says so.',
  },
  PAPER_TEMPLATE: {
    sv: 'Sökväg till en JSON-fil med stadens egna rubriker i underlagen, i dess ordning (docs/paper-template.json); utelämnad = våra.',
    en: 'Path of a JSON file with the city’s own headings of papers, in its order (docs/paper-template.json); absent = ours.',
  },
  SMTP_URL: {
    sv: 'E-postserver för protokoll: smtps://användare:lösenord@värd:465, eller smtp:// med STARTTLS; utelämnad = inget skickas med e-post.',
    en: 'Mail server for minutes: smtps://user:password@host:465, or smtp:// with STARTTLS; absent = nothing is sent by mail.',
  },
  MAIL_FROM: {
    sv: 'Avsändare av det som skickas med e-post.',
    en: 'Sender of what is sent by mail.',
  },
  SESSION_SECRET: {
    sv: 'Hemlighet som signerar sessioner; skapas och förvaras under DATA_DIR när den utelämnas och databasen är inbäddad.',
    en: 'Secret that signs sessions; made and kept under DATA_DIR when absent and embedded.',
  },
  OIDC_ISSUER: {
    sv: 'OpenID Connect-leverantör som människor får logga in genom; utelämnad = bara lösenord.',
    en: 'OpenID Connect provider through which people may sign in; absent = passwords alone.',
  },
  OIDC_CLIENT_ID: {
    sv: 'Vårt namn hos leverantören.',
    en: 'Our name at that provider.',
  },
  OIDC_CLIENT_SECRET: {
    sv: 'Vår hemlighet där.',
    en: 'Our secret there.',
  },
  OIDC_ROLE_CLAIM: {
    sv: 'Uppgift (claim) som säger en persons roller eller grupper.',
    en: 'Claim that tells a person’s roles or groups.',
  },
  OIDC_ROLES: {
    sv: 'Vad uppgiftens värden betyder här, det första som passar gäller: trygghet-analytiker=analyst, trygghet=planner.',
    en: 'What that claim’s values mean here, the first that fits counts: trygghet-analytiker=analyst, trygghet=planner.',
  },
  OIDC_TITLE: {
    sv: 'Vad knappen som leder dit säger.',
    en: 'What the button that leads there says.',
  },
  BASEMAP_STYLE_URL: {
    sv: 'Adress till någon annans MapLibre-stil att lägga under staden; webbläsare hämtar då kartrutor där.',
    en: 'Address of a MapLibre style by somebody else to lay below the city; browsers then fetch its tiles there.',
  },
  BASEMAP_PMTILES: {
    sv: 'Sökväg till en PMTiles-fil i Protomaps schema, till exempel ett utdrag ur OpenStreetMap, att lägga under staden.',
    en: 'Path of a PMTiles file in the schema of Protomaps, for example an extract of OpenStreetMap, to lay below the city.',
  },
  LOG_LEVEL: {
    sv: 'Hur mycket som loggas.',
    en: 'How much is logged.',
  },
  WORKERS: {
    sv: 'Arbetstrådar för tunga beräkningar; utelämnad = en färre än processorerna, minst en.',
    en: 'Worker threads for heavy computing; absent = one fewer than the processors, at least one.',
  },
  RELEASE_APPROVALS: {
    sv: 'Personer som en publicering kräver: 2 = en annan än den som förberedde den godkänner; 1 = en får göra båda.',
    en: 'Persons that a release needs: 2 = another one than who prepared it approves it; 1 = one may do both.',
  },
  REVIEW_SECOND_PERSON: {
    sv: 'on = en prövning låses, och publiceras om inte en nämnd har beslutat den, av en annan person än dem som skrev den; off = en får göra allt.',
    en: 'on = a review is locked, and published unless a board has decided it, by another person than those who wrote it; off = one may do all.',
  },
  UNITS_CUT_DAY: {
    sv: 'Dag i månaden, 1–28, från vilken planerares och samordnares siffror förnyas, en gång i månaden; none = bara för hand (lagesbild units cut).',
    en: 'Day of the month, 1–28, from which the figures of planners and coordinators are renewed, once a month; none = by hand alone (lagesbild units cut).',
  },
  DEMO: {
    sv: 'auto = utan DATABASE_URL och utan stad i DATA_DIR körs demostaden; off = aldrig.',
    en: 'auto = with no DATABASE_URL and no city in DATA_DIR, the demo city runs; off = never.',
  },
}
