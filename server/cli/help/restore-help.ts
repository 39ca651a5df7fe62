import type { CommandHelp } from '../command.ts'

export const RESTORE_HELP: CommandHelp = {
  summary: {
    sv: 'Sätt en säkerhetskopia i stadens ställe',
    en: 'Put a backup in the place of the city',
  },
  help: {
    sv: `Användning: lagesbild restore FIL [--replace] [--json]

Läser igenom kopian, packar upp den bredvid staden, för den till dagens version och ger den först då stadens plats: i ett
steg, så att det finns den gamla staden eller den nya, aldrig halva av någon. En kopia av den inbäddade databasen hamnar i
DATA_DIR (stoppa servern först), en av PostGIS i databasen som DATABASE_URL namnger (servrar fortsätter och visar den; det
kräver pg_restore, och en roll som får skapa databaser). Alla måste logga in igen.

På PostGIS räknas transaktioner på nytt: prövningar behåller sitt underlag och dess kontrollsumma, men lagesbild verify
kan inte längre räkna om dem från före återställningen. Hemligheter i DATA_DIR lämnas som de är.

  --replace   förlora staden som finns där
  --json      ett JSON-objekt i stället för en rad`,
    en: `Usage: lagesbild restore FILE [--replace] [--json]

Reads the backup through, unpacks it beside the city, brings it up to date and only then gives it the city's place: in
one step, so that there is the old city or the new one, never half of either. A backup of the embedded database goes into
DATA_DIR (stop the server first), one of PostGIS into the database that DATABASE_URL names (servers go on and show it; it
takes pg_restore, and a role that may create databases). Everybody has to sign in again.

On PostGIS transactions are counted anew: reviews keep their evidence and its hash, but lagesbild verify can no longer
compute those from before the restore again. Secrets in DATA_DIR are left as they are.

  --replace   lose the city that is there
  --json      one JSON object instead of a line`,
  },
}
