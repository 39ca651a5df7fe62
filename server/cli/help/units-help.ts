import type { CommandHelp } from '../command.ts'
import { AREA_KINDS } from '../../engine/snapshot/features.ts'
import { REGISTERS } from '../../engine/disclosure/registers.ts'

export const UNITS_HELP: CommandHelp = {
  summary: {
    sv: 'Läs in en tabell med summor per ruta och månad; förnya planerarnas siffror',
    en: 'Import a table of sums by cell and month; renew the figures of planners',
  },
  help: {
    sv: `Användning: lagesbild units import FIL --source ID|KÄLLA.json [--register REGISTER] [--json]
            lagesbild units cut [--json]

import tar in summor som en databas eller ett annat verktyg har gjort av händelser, bredvid eller i stället för deras
rader. FIL är Parquet (eller CSV, CSV.gz) med kolumnerna
  i, j       rutan på 50 m; eller
  area       namn eller id på ett lagrat område, med kind (${AREA_KINDS.join(', ')}) där ett namn inte är ett enda områdes
  month      2024-03
  category   en av produktens kategorier, som i GET /api/categories
  setting    outdoor, indoor_public, dwelling eller unknown; får utelämnas
  flags      elder_crime, hate, child, domestic, flera skilda med |; får utelämnas
  count      hur många händelser, 1 till 1 000 000
db/units/units-table.*.sql gör en sådan tabell i PostGIS, Spark och Trino. Summor för områden fyller områden, aldrig rutor.

En nyare tabell rättar de summor som den har och lägger till dem som är nya; samma igen lägger inte till något. En summa
som inte längre står i den finns kvar: ta tillbaka den tidigare importen först (lagesbild import --undo ID). Händelser
som också är lagrade som rader skulle räknas två gånger.

  --source    en känd källas id, eller en JSON-fil som deklarerar en (id, controller, legalBasis, purpose, …)
  --register  ${REGISTERS.join(', ')}: för en källa som deklareras
  --json      utfallet som ett JSON-objekt; lagesbild import --rejects ID berättar om avvisade rader

cut förnyar det som planerare och samordnare får veta, efter månadens leveranser: en gång i kalendermånaden. Det som
kommer in senare, rättelser också, syns i nästa. UNITS_CUT_DAY säger vilken dag det sker av sig självt.

Slutkoder: 0 klart, 1 felet ligger i filen eller källan, eller månaden har sitt uttag, 2 i anropet, 3 i systemet.`,
    en: `Usage: lagesbild units import FILE --source ID|SOURCE.json [--register REGISTER] [--json]
       lagesbild units cut [--json]

import takes in sums that a database or an engine made of incidents, beside or instead of their rows. FILE is Parquet (or CSV,
CSV.gz) with the columns
  i, j       the cell of 50 m; or
  area       name or id of a stored area, with kind (${AREA_KINDS.join(', ')}) where a name is not one area's alone
  month      2024-03
  category   a category of the product, as in GET /api/categories
  setting    outdoor, indoor_public, dwelling or unknown; may be left out
  flags      elder_crime, hate, child, domestic, several joined by |; may be left out
  count      how many incidents, 1 to 1,000,000
db/units/units-table.*.sql make such a table in PostGIS, Spark and Trino. Sums of areas fill areas, never cells.

A newer table corrects the sums that it holds and adds those that are new; the same again adds nothing. A sum that is no
longer in it stays: take the earlier import back first (lagesbild import --undo ID). Incidents that are stored as rows
too would count twice.

  --source    the id of a known source, or a JSON file that declares one (id, controller, legalBasis, purpose, …)
  --register  ${REGISTERS.join(', ')}: that of a source that is declared
  --json      the outcome as one JSON object; lagesbild import --rejects ID tells of rejected rows

cut renews what planners and coordinators are told, after the month's deliveries: once a calendar month. What comes in
later, corrections too, shows with the next. UNITS_CUT_DAY says on which day it is done by itself.

Exit codes: 0 done, 1 the file or the source is at fault or this month has its cut, 2 the call is, 3 the system.`,
  },
}
