import type { CommitmentKind } from '../meetings/index.ts'

/** Something decided at a meeting of the demo city, with days counted from that meeting. */
export interface DemoDecision {
  readonly kind: CommitmentKind
  readonly what: string
  readonly who: string
  readonly inDays: number
  /** Absent while it is not done. */
  readonly doneInDays?: number
  /** Whether whoever answers for it has marked it for the city's page. */
  readonly shown?: boolean
}

/** Who meets about the place, by function. */
export const ATTENDEES = [
  { organisation: 'Stadsdelsförvaltningen', function: 'samordnare' },
  { organisation: 'Polisen', function: 'kommunpolis' },
  { organisation: 'Fastighetsägarna vid stationen', function: 'platssamordnare' },
  { organisation: 'Trafikkontoret', function: 'driftledare' },
] as const

/** What was decided week by week, the earliest first. */
export const DECIDED_WEEKLY: readonly (readonly DemoDecision[])[] = [
  [
    {
      kind: 'commitment',
      what: 'Byt de trasiga lamporna i gångtunneln',
      who: 'Trafikkontoret',
      inDays: 7,
      doneInDays: 5,
      shown: true,
    },
    {
      kind: 'action',
      what: 'Gemensam vandring genom stationsområdet en fredagskväll',
      who: 'Stadsdelsförvaltningen',
      inDays: 9,
      doneInDays: 8,
    },
  ],
  [
    {
      kind: 'commitment',
      what: 'Klipp ned buskaget vid cykelställen så att sikten blir fri',
      who: 'Fastighetsägarna vid stationen',
      inDays: 8,
      shown: true,
    },
    {
      kind: 'commitment',
      what: 'Töm papperskorgarna även på lördagar',
      who: 'Trafikkontoret',
      inDays: 9,
      doneInDays: 9,
    },
  ],
  [
    {
      kind: 'action',
      what: 'Ordningsvakterna börjar sitt pass vid södra utgången fredag och lördag',
      who: 'Stadsdelsförvaltningen',
      inDays: 8,
      doneInDays: 6,
    },
    {
      kind: 'commitment',
      what: 'Fråga butikerna vad de ser mellan klockan 20 och 23',
      who: 'Fastighetsägarna vid stationen',
      inDays: 28,
    },
    {
      kind: 'commitment',
      what: 'Ta fram en kostnad för bättre ljus vid busshållplatsen',
      who: 'Trafikkontoret',
      inDays: 35,
      shown: true,
    },
  ],
]
