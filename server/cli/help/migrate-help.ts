import type { CommandHelp } from '../command.ts'

export const MIGRATE_HELP: CommandHelp = {
  summary: {
    sv: 'För schemat till dagens version och låt driftrollen arbeta',
    en: 'Bring the schema up to date and let the serving role serve',
  },
  help: {
    sv: `Användning: lagesbild migrate [--json]

För databasens schema till dagens version, i en transaktion. Med MIGRATION_DATABASE_URL gör den det som den rollen,
skapar rollen i DATABASE_URL om det behövs, och ger den de rader som driften kräver och inget annat. En server som får
båda adresserna gör detsamma när den startar; en som bara får DATABASE_URL, och inte får ändra, säger det.

  --json   ett JSON-objekt i stället för en rad`,
    en: `Usage: lagesbild migrate [--json]

Brings the schema of the database up to date, in one transaction. With MIGRATION_DATABASE_URL it does so as that role,
makes the role of DATABASE_URL if need be, and grants it the rows that serving takes and nothing else. A server that is
given both addresses does the same when it starts; one that is given DATABASE_URL alone, and may not, says so.

  --json   one JSON object instead of a line`,
  },
}
