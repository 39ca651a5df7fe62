import type { Texts } from '../engine/texts.ts'

const FIELD_NOUNS = {
  organisation: { sv: 'organisation', en: 'organisation' },
  area: { sv: 'plats eller stadsdel', en: 'place or district' },
} as const satisfies Readonly<Record<string, Texts>>

/** What is called by a name that a command is given. */
export type Noun = keyof typeof FIELD_NOUNS

/** Why a command refuses. */
export const REFUSAL_MESSAGES = {
  fileIsThere: (path: string): Texts => ({
    sv: `${path} finns redan: namnge en annan fil, eller lägg till --overwrite.`,
    en: `${path} is there already: name another file, or add --overwrite.`,
  }),
  notWritten: (path: string, why: Texts): Texts => ({
    sv: `Ingen säkerhetskopia skrevs till ${path}: ${why.sv}. Inget är kvar av försöket.`,
    en: `No backup was written to ${path}: ${why.en}. Nothing is left of the attempt.`,
  }),
  backupUnnoted: {
    sv: 'Säkerhetskopian är skriven, men granskningsloggen kunde inte anteckna den.',
    en: 'The backup is written, but the audit log could not keep a note of it.',
  },
  realCity: {
    sv: 'Inställningarna leder till en riktig stad: den rör demon inte.',
    en: 'These settings lead to a real city: the demo has none of it.',
  },
  serverOnDemo: {
    sv: 'En server körs på demostaden: stoppa den först.',
    en: 'A server runs on the demo city: stop it first.',
  },
  noArea: (name: string, known: string): Texts => ({
    sv: `Det finns ingen plats eller stadsdel som heter ${name}; det finns ${known === '' ? 'inga' : known}.`,
    en: `There is no place or district called ${name}; there are ${known === '' ? 'none' : known}.`,
  }),
  severalAreas: (count: number, name: string): Texts => ({
    sv: `${count} platser eller stadsdelar heter ${name}.`,
    en: `${count} places or districts are called ${name}.`,
  }),
  severalNamed: (noun: Noun, name: string): Texts => ({
    sv: `Det finns mer än en ${FIELD_NOUNS[noun].sv} som heter ${name}.`,
    en: `There is more than one ${FIELD_NOUNS[noun].en} ${name}.`,
  }),
  noneNamed: (noun: Noun, name: string): Texts => ({
    sv: `Det finns ingen ${FIELD_NOUNS[noun].sv} som heter ${name}.`,
    en: `There is no ${FIELD_NOUNS[noun].en} ${name}.`,
  }),
  noAccount: (email: string): Texts => ({
    sv: `Det finns inget konto ${email}.`,
    en: `There is no account ${email}.`,
  }),
  otherHash: (path: string): Texts => ({
    sv: `${path} har inte den kontrollsumma som dess manifest säger.`,
    en: `${path} does not have the hash of its manifest.`,
  }),
  withdrawnMeanwhile: (name: string): Texts => ({
    sv: `${name} har dragits tillbaka under tiden; börja om.`,
    en: `${name} has been withdrawn meanwhile; begin again.`,
  }),
  foreignFolder: (directory: string, name: string): Texts => ({
    sv: `${directory} har något annat i sig (${name}): ange en egen mapp, som sedan hålls uppdaterad.`,
    en: `${directory} holds something else (${name}): give a folder of its own, which is then kept in step.`,
  }),
  onlyWithDatabase: {
    sv: 'MIGRATION_DATABASE_URL: säger inget utan DATABASE_URL.',
    en: 'MIGRATION_DATABASE_URL: says nothing without DATABASE_URL.',
  },
  serverMigrated: {
    sv: 'En server körs på databasen: den förde schemat framåt när den startade.',
    en: 'A server runs on this database: it migrated when it started.',
  },
  serverStatus: (status: number): Texts => ({
    sv: `Servern svarade ${status}.`,
    en: `The server answered ${status}.`,
  }),
  serverEnded: (socketPath: string): Texts => ({
    sv: `Servern vid ${socketPath} slutade innan den svarade; samma kommando får ges igen.`,
    en: `The server at ${socketPath} ended before it answered; the same command may be given again.`,
  }),
  backupOfDemo: {
    sv: 'Det är en säkerhetskopia av demostaden: lagesbild demo --rebuild gör den på nytt.',
    en: 'This is a backup of the demo city: lagesbild demo --rebuild makes it anew.',
  },
  backupOfPostgis: {
    sv: 'Det är en säkerhetskopia av PostGIS: sätt DATABASE_URL till databasen som den ska in i.',
    en: 'This is a backup of PostGIS: set DATABASE_URL to the database that it is to go into.',
  },
  backupOfEmbedded: {
    sv: 'Det är en säkerhetskopia av den inbäddade databasen: den hamnar i DATA_DIR, utan DATABASE_URL.',
    en: 'This is a backup of the embedded database: it goes into DATA_DIR, without DATABASE_URL.',
  },
  serverOnFolder: {
    sv: 'En server körs på mappen: stoppa den först.',
    en: 'A server runs on this folder: stop it first.',
  },
} as const satisfies Readonly<Record<string, Texts | ((...args: never[]) => Texts)>>

/** Why a file could not be written, by the code of the operating system. */
export const WRITE_FAULTS: Readonly<Record<string, Texts>> = {
  ENOSPC: { sv: 'disken är full', en: 'the disk is full' },
  EDQUOT: { sv: 'diskens kvot är slut', en: 'the quota of the disk is used up' },
  EFBIG: {
    sv: 'filen blev större än processen får skriva',
    en: 'the file grew larger than this process may write',
  },
  ENOENT: { sv: 'det finns ingen sådan mapp', en: 'there is no such folder' },
  EACCES: { sv: 'användaren får inte skriva där', en: 'this user may not write there' },
  EROFS: { sv: 'disken kan bara läsas', en: 'the disk is read-only' },
}
