import type { CommandHelp } from '../command.ts'

export const USER_HELP: CommandHelp = {
  summary: {
    sv: 'Bjud in människor, lista, stäng och öppna konton, nollställ lösenord',
    en: 'Invite people, list, disable and enable accounts, reset passwords',
  },
  help: {
    sv: `Användning: lagesbild user add E-POST --role ROLL [--name NAMN] [--organisation NAMN] [--json]
            lagesbild user list [--json]
            lagesbild user disable E-POST [--json]
            lagesbild user enable E-POST [--json]
            lagesbild user reset E-POST [--json]

add och reset skriver ut en engångslänk som personen väljer ett lösenord med: lämna över den på ett sätt som du litar på.
Den gäller en gång, i sju dagar (efter reset: en), och inte längre när det finns en nyare. disable avslutar varje session
inom en sekund, i varje server.

  --role          reporter, partner, planner, coordinator, analyst, reader, registrar eller admin
  --name          personens namn; adressen om inget anges
  --organisation  namn på en organisation som finns: den avgör vilka källor och områden personen får läsa
  --json          ett JSON-objekt`,
    en: `Usage: lagesbild user add EMAIL --role ROLE [--name NAME] [--organisation NAME] [--json]
       lagesbild user list [--json]
       lagesbild user disable EMAIL [--json]
       lagesbild user enable EMAIL [--json]
       lagesbild user reset EMAIL [--json]

add and reset print a one-time link by which the person chooses a password: hand it over by a channel that you trust.
It works once, for seven days (after reset: one), and no longer once there is a newer one. disable ends every session
within a second, in every server.

  --role          reporter, partner, planner, coordinator, analyst, reader, registrar or admin
  --name          the person's name; the address unless given
  --organisation  name of an organisation that is there: it decides which sources and areas the person may read
  --json          one JSON object`,
  },
}
