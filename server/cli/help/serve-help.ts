import type { CommandHelp } from '../command.ts'

export const SERVE_HELP: CommandHelp = {
  summary: {
    sv: 'Kör servern (npm start gör det och bygger sidan också)',
    en: 'Run the server (npm start does this and builds the page too)',
  },
  help: {
    sv: `Användning: lagesbild serve

Kör servern i förgrunden. Ctrl-C eller SIGTERM avslutar den ordentligt.`,
    en: `Usage: lagesbild serve

Runs the server in the foreground. Ctrl-C or SIGTERM ends it cleanly.`,
  },
}
