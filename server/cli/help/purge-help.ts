import type { CommandHelp } from '../command.ts'

export const PURGE_HELP: CommandHelp = {
  summary: {
    sv: 'Förstör händelser, texter, avvisade rader och spår vars tid är ute',
    en: 'Destroy incidents, texts, rejects and traces that are past their retention',
  },
  help: {
    sv: `Användning: lagesbild purge [--dry-run] [--as-of DATUM] [--rewrite] [--json]
            lagesbild purge --incident ID [--json]
            lagesbild purge --work-item ID --text-file FIL --reason TEXT [--json]

Förstör det som inte längre behöver bevaras: händelser vars källas gallringstid är ute (räknad från när de var över) med
varje tidigare tillstånd, fritext efter 90 dagar, avvisade rader och filers mappningar efter 30, det som tagits tillbaka,
lagers tidigare tillstånd, granskningsloggen och nycklar efter två år, det som inloggningar lämnar efter sig, underlag
till prövningar som lämnats öppna efter ett år, och det interna underlaget till låsta efter fem; deras öppna handlingar
finns kvar. Varje server slutar visa det inom en sekund. Kör det dagligen; DATASKYDD.md berättar mer. Det som avbryts
mitt i fortsätter vid nästa körning.

Med MIGRATION_DATABASE_URL arbetar den som den rollen; driftrollen får inte radera.

  --dry-run      räkna vad som skulle försvinna, ändra inget
  --as-of DATUM  bedöm som på den dagen; en som inte har kommit bara med --dry-run
  --incident ID  förstör det som är känt om händelsen nu, oavsett ålder; ingen senare fil tar tillbaka den
  --work-item ID ta bort texten i en fil ur uppgiften (möte, åtagande, iakttagelse, …) och ur det som upprepar den på
                 dess plats, protokoll och tidigare tillstånd också; [raderat] står där i stället, och loggen säger varför
  --rewrite      skriv tabeller, index och, inbäddat, skrivloggen på nytt, så att ingen byte av det finns kvar i en fil;
                 de är låsta under tiden (en miljon händelser: omkring en halv minut)
  --json         utfallet som ett JSON-objekt`,
    en: `Usage: lagesbild purge [--dry-run] [--as-of DATE] [--rewrite] [--json]
       lagesbild purge --incident ID [--json]
       lagesbild purge --work-item ID --text-file FILE --reason TEXT [--json]

Destroys what need not be kept any more: incidents past the retention of their source (counted from when they were over)
with every earlier state, free text after 90 days, rejected rows and mappings of files after 30, what was retracted,
earlier states of layers, the audit log and keys after two years, what sign-ins leave behind, evidence of reviews that were
left open after a year, and the internal evidence of locked ones after five; their public documents stay. Every server stops
showing it within a second. Run it daily; DATASKYDD.md tells more. What is given up in the middle goes on with the next
run.

With MIGRATION_DATABASE_URL it works as that role; the role that serves may not erase.

  --dry-run      count what would go, change nothing
  --as-of DATE   judge as of this day; one that has not come only with --dry-run
  --incident ID  destroy what is known of this incident now, whatever its age; no later file brings it back
  --work-item ID take the text in a file out of this item (meeting, commitment, finding, …) and of what repeats it at
                 its place, minutes and earlier states too; [raderat] stands there instead, and the log says why
  --rewrite      write tables, indexes and, embedded, the log of writes anew, so that no byte of it stays in a file;
                 they are locked meanwhile (a million incidents: about half a minute)
  --json         the outcome as one JSON object`,
  },
}
