import type { CommandHelp } from '../command.ts'

export const IMPORT_HELP: CommandHelp = {
  summary: {
    sv: 'Läs in händelser från en fil (CSV, arbetsbok, GeoJSON, GeoPackage, …) efter en mappning',
    en: 'Import incidents from a file (CSV, workbook, GeoJSON, GeoPackage, …), by a mapping',
  },
  help: {
    sv: `Användning: lagesbild import FIL --mapping MAPPNING.json [--json]
            lagesbild import FIL --preview [--mapping MAPPNING.json | --source ID|KÄLLA.json]
                             [--layer NAMN] [--save-mapping MAPPNING.json] [--json]
            lagesbild import --rejects ID | --undo ID [--json]

Läser händelser som mappningen säger och tar in filen hel: varje rad tas in, är känd redan eller avvisas med ett skäl, i
en transaktion. Samma fil igen lägger inte till något; rader som har ändrats blir nya versioner.

  --mapping   JSON som namnger källan, kolumnerna och koderna
  --preview   säg vad som skulle hända och lagra inget; utan --mapping, eller med en som inte namnger några kolumner,
              gissas resten, med vad som talar för och emot
  --source    vid en förhandsvisning: källans id, eller en fil som deklarerar en
  --layer     vid en förhandsvisning: vilket lager, blad eller vilken mapp som läses, av en fil med flera
  --save-mapping  vid en förhandsvisning: skriv mappningen, hel, till en fil som inte finns ännu
  --rejects   skriv ut en imports avvisade rader som CSV: rad, kolumn, skäl, förklaring, text
  --undo      ta tillbaka en import, som nya versioner
  --json      utfallet som ett JSON-objekt (en förhandsvisning med sina hexagoner som GeoJSON)

Slutkoder: 0 klart, 1 felet ligger i filen eller mappningen, 2 i anropet, 3 i systemet.`,
    en: `Usage: lagesbild import FILE --mapping MAPPING.json [--json]
       lagesbild import FILE --preview [--mapping MAPPING.json | --source ID|SOURCE.json]
                        [--layer NAME] [--save-mapping MAPPING.json] [--json]
       lagesbild import --rejects ID | --undo ID [--json]

Reads incidents as the mapping says and takes them in whole: every row is accepted, known already, or rejected with a
reason, in one transaction. The same file again adds nothing; rows that have changed become revisions.

  --mapping   JSON that names the source, the columns and the codes
  --preview   say what would happen and store nothing; without --mapping, or with one that names no columns, the rest is
              guessed, with what speaks for and against it
  --source    of a preview: the id of the source, or a file that declares one
  --layer     of a preview: which layer, sheet or folder to read, of a file with several
  --save-mapping  of a preview: write the mapping, whole, to a file that is not there yet
  --rejects   print the rejected rows of an import as CSV: line, column, reason, detail, text
  --undo      take an import back, as new revisions
  --json      the outcome as one JSON object (a preview with its hexbin as GeoJSON)

Exit codes: 0 done, 1 the file or the mapping is at fault, 2 the call is, 3 the system.`,
  },
}
