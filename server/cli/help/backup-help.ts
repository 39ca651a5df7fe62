import type { CommandHelp } from '../command.ts'

export const BACKUP_HELP: CommandHelp = {
  summary: {
    sv: 'Skriv en säkerhetskopia av staden till en fil',
    en: 'Write a backup of the city into one file',
  },
  help: {
    sv: `Användning: lagesbild backup FIL [--overwrite] [--json]

Skriver allt som databasen har, från ett och samma ögonblick, till en fil som bara du kan läsa, med kontrollsumma. En
server som körs fortsätter: den lämnar själv ut kopian när databasen är den inbäddade; från PostGIS tas den med pg_dump,
som måste finnas på den här maskinen i serverns version. Sessioner och öppna länkar återställs inte; hemligheterna i
DATA_DIR är inte med, och inte bakgrundskartan.

Filen har händelser: förvara den där data får ligga, och inte längre än de får bevaras (se DATASKYDD.md).

  --overwrite   ersätt FIL när den finns
  --json        ett JSON-objekt i stället för en rad`,
    en: `Usage: lagesbild backup FILE [--overwrite] [--json]

Writes everything that the database holds, as of one moment, into one file that only you can read, with a checksum. A
server that runs goes on: it hands the backup out itself when the database is the embedded one; from PostGIS it is taken
by pg_dump, which must be on this machine in the server's version. Sessions and open links are not restored; the secrets
in DATA_DIR are not in it, nor is the base map.

The file holds incidents: keep it where the data may lie, and no longer than they may be kept (see DATASKYDD.md).

  --overwrite   replace FILE when it is there
  --json        one JSON object instead of a line`,
  },
}
