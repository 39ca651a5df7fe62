import type { CommandHelp } from '../command.ts'

export const DEMO_HELP: CommandHelp = {
  summary: {
    sv: 'Berätta vad som är planterat i demostaden, eller bygg den på nytt',
    en: 'Tell what was planted in the demo city, or build it anew',
  },
  help: {
    sv: `Användning: lagesbild demo [--json] [--rebuild]

Exempelstad är påhittad: dess anhopningar är planterade. Listar dem med den kvot som en räkning ger och gränserna som den
måste ligga inom. Behöver ingen databas.

  --json      sanningen som JSON: platser, påståenden, uppmätta kvoter
  --rebuild   kasta demons databas och skriv den på nytt; en riktig stads rörs aldrig`,
    en: `Usage: lagesbild demo [--json] [--rebuild]

Exempelstad is made up: its hotspots were planted. Lists them with the ratio that counting finds and the bounds that it
must lie within. Needs no database.

  --json      the truth as JSON: spots, claims, measured ratios
  --rebuild   throw the demo's database away and write it again; a real city's is never touched`,
  },
}
