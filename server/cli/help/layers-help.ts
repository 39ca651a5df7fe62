import type { CommandHelp } from '../command.ts'
import { IMPORTED_KINDS } from '../../layer-imports/index.ts'

export const LAYERS_HELP: CommandHelp = {
  summary: {
    sv: 'Läs in kameror, ordningsvaktsområden eller fokusområden från en fil',
    en: 'Import cameras, patrol zones or focus areas from a file',
  },
  help: {
    sv: `Användning: lagesbild layers import FIL --layer LAGER [--mapping MAPPNING.json] [FLAGGA…] [--json]
            lagesbild layers import FIL --layer LAGER --preview [--save-mapping MAPPNING.json] [FLAGGA…]
            lagesbild layers import --undo ID [--json]

Tar in ett register, allt eller inget: CSV, JSON, GeoJSON, GeoPackage, Shapefile (ZIP), XLSX, ODS, KML, FlatGeobuf, GML,
DXF, MapInfo (ZIP). Varje fil är en leverans: nya rader läggs till, ändrade blir nya versioner, samma fil igen lägger inte
till något, och objekt som den saknar namnges. Utan mappning gissas en, med skäl; det som gissningen lämnar öppet måste sägas.

  --layer         ${IMPORTED_KINDS.join(', ')}
  --mapping       JSON som namnger kolumnerna och koderna
  --preview       säg vad som skulle hända och lagra inget
  --save-mapping  vid en förhandsvisning: skriv mappningen, hel, till en fil som inte finns ännu
  --default       FÄLT=TEXT, det som gäller där filen inget säger (operator=Staden); får upprepas
  --register      vems lista filen är, där ett lager har flera
  --file-layer    av en fil med flera lager eller blad det som ska läsas
  --crs           EPSG-kod för platserna, där filen inte säger den
  --missing       keep eller close: vad som händer med objekt som filen saknar (keep)
  --undo          ta tillbaka ett registers senaste leverans
  --json          utfallet som ett JSON-objekt

Slutkoder: 0 klart, 1 felet ligger i filen eller mappningen, 2 i anropet, 3 i systemet.`,
    en: `Usage: lagesbild layers import FILE --layer LAYER [--mapping MAPPING.json] [OPTION…] [--json]
       lagesbild layers import FILE --layer LAYER --preview [--save-mapping MAPPING.json] [OPTION…]
       lagesbild layers import --undo ID [--json]

Takes a register in, all of it or nothing: CSV, JSON, GeoJSON, GeoPackage, Shapefile (ZIP), XLSX, ODS, KML, FlatGeobuf, GML,
DXF, MapInfo (ZIP). Each file is a delivery: new rows are added, changed ones become revisions, the same file again adds
nothing, and features that it lacks are named. Without a mapping one is guessed, with reasons; what the guess leaves open has to be said.

  --layer         ${IMPORTED_KINDS.join(', ')}
  --mapping       JSON that names the columns and the codes
  --preview       say what would happen and store nothing
  --save-mapping  of a preview: write the mapping, whole, to a file that is not there yet
  --default       FIELD=TEXT, what holds where the file says nothing (operator=Staden); may be repeated
  --register      whose list the file is, where a layer has several
  --file-layer    of a file with several layers or sheets the one to read
  --crs           EPSG code of the positions, where the file does not say it
  --missing       keep or close: what becomes of features that the file lacks (keep)
  --undo          take the last delivery of a register back
  --json          the outcome as one JSON object

Exit codes: 0 done, 1 the file or the mapping is at fault, 2 the call is, 3 the system.`,
  },
}
