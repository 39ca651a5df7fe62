import type { Texts } from '../engine/texts.ts'

/** What commands print of what they have done. */
export const OUTPUT_MESSAGES = {
  sent: { sv: 'skickat', en: 'sent' },
  figures: (indicator: string, wave: string, count: number): Texts => ({
    sv: `${indicator}, ${wave}: ${count} siffror`,
    en: `${indicator}, ${wave}: ${count} figures`,
  }),
  nothingDue: { sv: 'Inget är moget.', en: 'Nothing is due.' },
  noReleases: { sv: 'Det finns inga publiceringar.', en: 'There are no releases.' },
  noPlaces: { sv: 'Det finns inga platser.', en: 'There are no places.' },
  noOrganisations: { sv: 'Det finns inga organisationer.', en: 'There are no organisations.' },
  noAccounts: { sv: 'Det finns inga konton.', en: 'There are no accounts.' },
  noKeys: { sv: 'Det finns inga nycklar.', en: 'There are no keys.' },
  releaseGivenUp: (id: string): Texts => ({
    sv: `Publicering ${id} är uppgiven.`,
    en: `Release ${id} is given up.`,
  }),
  exported: (releases: number, files: number, megabytes: string, directory: string): Texts => ({
    sv: `${releases} publiceringar, ${files} filer, ${megabytes.replace('.', ',')} MB i ${directory}.`,
    en: `${releases} releases, ${files} files, ${megabytes} MB in ${directory}.`,
  }),
  takenAway: (name: string): Texts => ({
    sv: `Borttagen: ${name}, som har dragits tillbaka.`,
    en: `Taken away: ${name}, which has been withdrawn.`,
  }),
  partnersAlone: { sv: 'bara för sina partner', en: 'for its partners alone' },
  publicBy: (name: string, day: string, section: number): Texts => ({
    sv: `öppen: ${name} ${day}, § ${section}`,
    en: `public: ${name} ${day}, § ${section}`,
  }),
  breached: (count: number): Texts => ({
    sv: `; står inte emot angreppet (${count})`,
    en: `; does not withstand the attack (${count})`,
  }),
  snapshot: (version: string): Texts => ({ sv: `version ${version}`, en: `snapshot ${version}` }),
  attack: (hidden: number, besides: number, atoms: number, constraints: number): Texts => ({
    sv: `dolda ${hidden}, av dem ${besides} för att skydda andra; ${atoms} delar, ${constraints} villkor`,
    en: `hidden ${hidden}, of them ${besides} to protect others; ${atoms} atoms, ${constraints} constraints`,
  }),
  step: (name: 'prepared' | 'approved' | 'published' | 'withdrawn', at: string, who: string): Texts => ({
    sv: `${STEPS[name]} ${at} av ${who}`,
    en: `${name} ${at} by ${who}`,
  }),
  reason: (text: string): Texts => ({ sv: `skäl: ${text}`, en: `reason: ${text}` }),
  textGone: (items: number, revisions: number): Texts => ({
    sv: `Texten är borta ur ${items} uppgifter och ${revisions} av deras tillstånd.`,
    en: `The text is gone from ${items} items and ${revisions} of their states.`,
  }),
  wrote: (path: string, bytes: number, kind: string, at: string): Texts => ({
    sv: `Skrev ${path}: ${bytes} byte, databasen (${kind}) som den var ${at}.`,
    en: `Wrote ${path}: ${bytes} bytes, the ${kind} database as of ${at}.`,
  }),
  restored: (kind: string, at: string): Texts => ({
    sv: `Återställd: databasen (${kind}) som den var ${at}.`,
    en: `Restored: the ${kind} database as of ${at}.`,
  }),
  schemaIsNew: (kind: string, version: string): Texts => ({
    sv: `Schemat har dagens version (${kind}, PostgreSQL ${version}).`,
    en: `The schema is up to date (${kind}, PostgreSQL ${version}).`,
  }),
  goodOnce: (until: string): Texts => ({
    sv: `Gäller en gång, till ${until}:`,
    en: `Good once, until ${until}:`,
  }),
  keyShownOnce: {
    sv: 'Nyckeln visas bara den här gången. Förvara den där bara dess maskin kan läsa den.',
    en: 'This is the only time that the key is shown. Keep it where only its machine can read it.',
  },
  keyUntil: (day: string): Texts => ({ sv: `till ${day}`, en: `until ${day}` }),
  keyRevoked: (day: string): Texts => ({ sv: `återkallad ${day}`, en: `revoked ${day}` }),
  neverUsed: { sv: 'aldrig använd', en: 'never used' },
  lastUsed: (at: string): Texts => ({ sv: `senast använd ${at}`, en: `last used ${at}` }),
  noCut: {
    sv: 'Det finns ingen händelse ännu som planerare och samordnare får veta om. De första får de veta om genast.',
    en: 'There is no incident yet that planners and coordinators may be told of. The first ones are told at once.',
  },
  cut: (at: string): Texts => ({
    sv: `Planerare och samordnare får veta om händelser som de var ${at}.`,
    en: `Planners and coordinators are told of incidents as of ${at}.`,
  }),
  nextCut: (day: string): Texts => ({
    sv: ` Nästa görs av sig självt ${day} eller senare.`,
    en: ` The next makes itself on ${day} or later.`,
  }),
  demoCity: (seed: string, count: number): Texts => ({
    sv: `Exempelstad, frö ${seed}, ${count} händelser`,
    en: `Exempelstad, seed ${seed}, ${count} incidents`,
  }),
  claim: (here: number, all: number, ratio: string, bounds: string, met: boolean): Texts => ({
    sv: `${here} av ${all}, ${ratio} gånger (${bounds}: ${met ? 'stämmer' : 'STÄMMER INTE'})`,
    en: `${here} of ${all}, ${ratio} times (${bounds}: ${met ? 'met' : 'MISSED'})`,
  }),
  mailRefused: (host: string, fault: string): Texts => ({
    sv: `SMTP_URL: e-postservern ${host} tar inte emot något härifrån (${fault}).`,
    en: `SMTP_URL: the mail server ${host} takes nothing from here (${fault}).`,
  }),
} as const satisfies Readonly<Record<string, Texts | ((...args: never[]) => Texts)>>

const STEPS = {
  prepared: 'förberedd',
  approved: 'godkänd',
  published: 'publicerad',
  withdrawn: 'tillbakadragen',
}
