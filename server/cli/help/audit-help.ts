import type { CommandHelp } from '../command.ts'
import { AUDIT_KINDS } from '../../platform/audit/audit.ts'

export const AUDIT_HELP: CommandHelp = {
  summary: {
    sv: 'Skriv ut granskningsloggen: vem gjorde vad',
    en: 'Print the audit log: who did what',
  },
  help: {
    sv: `Användning: lagesbild audit [--from TID] [--to TID] [--kind SLAG,…] [--actor VEM] [--json | --csv]

Skriver ut det som har gjorts, det nyaste först. Att loggen skrevs ut står i den också.

  --from, --to  ett datum eller en tid: inte före den ena, före den andra
  --kind        ${AUDIT_KINDS.join(', ')}
  --actor       account/ID, key/ID, operator eller anonymous
  --json        en JSON-lista
  --csv         CSV med rubrikrad`,
    en: `Usage: lagesbild audit [--from TIME] [--to TIME] [--kind KIND,…] [--actor ACTOR] [--json | --csv]

Prints what was done, newest first. That it was printed is kept in the audit log too.

  --from, --to  a date or time: not before the one, before the other
  --kind        ${AUDIT_KINDS.join(', ')}
  --actor       account/ID, key/ID, operator or anonymous
  --json        one list of JSON
  --csv         CSV with a header`,
  },
}
