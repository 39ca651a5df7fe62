import type { CommandHelp } from '../command.ts'

export const DOCTOR_HELP: CommandHelp = {
  summary: {
    sv: 'Lista inställningarna och se om databasen svarar',
    en: 'List the settings and see whether the database answers',
  },
  help: {
    sv: `Användning: lagesbild doctor [--json]

Läser inställningarna ur miljön, säger vad de kommer fram till och vilken databas de leder till, öppnar den (eller frågar
servern som har den), och berättar dess versioner, vad som är fel i inställningarna och vad en bra karta saknar. Ändrar
inget men kan skapa den inbäddade databasen.

  --json   ett JSON-objekt i stället för rader

Slutkoder: 0 inget är fel, 1 något är det, 2 en inställning går inte att läsa, 3 databasen svarar inte.`,
    en: `Usage: lagesbild doctor [--json]

Reads the settings from the environment, says what they come to and which database they lead to, opens it (or asks the server that holds
it), and tells its versions, what is wrong with the settings and what a good map lacks. Changes nothing but may create the embedded database.

  --json   one JSON object instead of lines

Exit codes: 0 nothing is wrong, 1 something is, 2 a setting cannot be read, 3 the database does not answer.`,
  },
}
