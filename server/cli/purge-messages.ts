import type { Texts } from '../engine/texts.ts'
import type { ErasureKind } from '../operations/index.ts'

/** What a purge destroys, by kind. */
export const ERASURE_NAMES: Readonly<Record<ErasureKind, Texts>> = {
  incidents: {
    sv: 'händelser vars källas gallringstid är ute',
    en: 'incidents past the retention of their source',
  },
  retracted: { sv: 'tillbakatagna händelser', en: 'retracted incidents' },
  revisions: { sv: 'tidigare tillstånd av händelser', en: 'earlier states of incidents' },
  texts: { sv: 'fritexter', en: 'free texts' },
  observationTexts: { sv: 'texter i iakttagelser', en: 'texts of observations' },
  rejects: { sv: 'avvisade rader', en: 'rejected rows' },
  imports: { sv: 'importer som tömts på det som de citerar', en: 'imports emptied of what they quote' },
  layerRevisions: { sv: 'tidigare tillstånd av lager', en: 'earlier states of layers' },
  auditEvents: { sv: 'händelser i granskningsloggen', en: 'events of the audit log' },
  sessions: { sv: 'avslutade sessioner', en: 'ended sessions' },
  invitations: { sv: 'utgångna länkar', en: 'expired links' },
  keys: { sv: 'gamla nycklar', en: 'old keys' },
  drafts: {
    sv: 'underlag till prövningar som aldrig låstes, och ersatta',
    en: 'evidences of reviews that were never locked, and replaced ones',
  },
  evidence: {
    sv: 'sekretessbilagor till prövningar, vars öppna handlingar finns kvar',
    en: 'secret annexes of reviews, whose public documents stay',
  },
  numbers: { sv: 'nummer på händelser som raderats tidigare', en: 'numbers of incidents erased before' },
}

/** What a purge came to. */
export const PURGE_MESSAGES = {
  wouldBe: { sv: 'Skulle förstöras', en: 'Would be destroyed' },
  destroyed: { sv: 'Förstört', en: 'Destroyed' },
  nothing: { sv: 'inget', en: 'nothing' },
  incidentGone: (id: string): Texts => ({
    sv: `Händelse ${id} är förstörd.`,
    en: `Incident ${id} is destroyed.`,
  }),
  notRewritten: (tables: string): Texts => ({
    sv: `Inte omskrivna, för det kräver en superuser: VACUUM FULL ${tables}.`,
    en: `Not rewritten, for it takes a superuser: VACUUM FULL ${tables}.`,
  }),
  bytesLeft: (transactions: number): Texts => ({
    sv: `Byte av det finns kvar i filerna: ${transactions} äldre transaktioner i databasen är ännu öppna och kan läsa dem. Kör igen med --rewrite när de är slut.`,
    en: `Bytes of it are left in the files: ${transactions} older transactions of the database are still open and may read them. Run again with --rewrite when they have ended.`,
  }),
} as const
