import type { CommandHelp } from '../command.ts'
import { AREA_KINDS, CONTEXT_KINDS, PREMISES_KINDS } from '../../engine/snapshot/features.ts'

const BACKGROUND_KINDS = CONTEXT_KINDS.filter((kind) => !(PREMISES_KINDS as readonly string[]).includes(kind))

export const AREAS_HELP: CommandHelp = {
  summary: {
    sv: 'Läs in områden, lokaler, gator och annat som kartan visar från en fil',
    en: 'Import areas, premises, streets and what else the map shows from a file',
  },
  help: {
    sv: `Användning: lagesbild areas import FIL --kind SLAG [--name-property P] [FLAGGA…] [--json]

Tar in en fils ytor, och namnger dem som inte går att använda: GeoJSON, GeoPackage, Shapefile (ZIP), KML, FlatGeobuf, GML,
DXF, MapInfo (ZIP). En fil som har lästs in förut lägger inte till något. Lokaler (punkter eller ytor av slagen
${PREMISES_KINDS.join(', ')}) ersätter alla av sitt slag: öppna siffror berättar
om händelser inom 50 m från dem bara i hela områdens siffror. Skyddade boenden visas bara för analytiker. Det som
bakgrundskartan visar ersätter också alla av sitt slag: linjer för gator, gångvägar och spår, ytor för land, parker, torg
och byggnader, punkter för stationer, lyktor och ortnamn.

  --kind                ${AREA_KINDS.join(', ')};
                        ${PREMISES_KINDS.join(', ')};
                        ${BACKGROUND_KINDS.join(', ')}
  --name-property       egenskapen som har namnet; utan den får områdena namn efter slag och nummer
  --rank-property       för bakgrundskartan: på vilket håll något visas, 1 (långt ifrån) till 5 (bara nära)
  --residents-property  invånare; anges den flera gånger läggs egenskaperna ihop
  --visitors-property   besökare; likaså
  --exposure-source     var invånare och besökare kommer ifrån, och från vilken dag
  --valid-from          första giltighetsdag, till exempel 2020-07-01
  --valid-to            sista giltighetsdag
  --layer               av en fil med flera lager det som ska läsas
  --crs                 EPSG-kod för platserna, där filen inte säger den (dess crs, annars 4326)
  --json                utfallet som ett JSON-objekt

Slutkoder: 0 klart, 1 felet ligger i filen, 2 i anropet, 3 i systemet.`,
    en: `Usage: lagesbild areas import FILE --kind KIND [--name-property P] [OPTION…] [--json]

Takes the polygons of a file in, and names those that it cannot use: GeoJSON, GeoPackage, Shapefile (ZIP), KML, FlatGeobuf, GML, DXF, MapInfo (ZIP). A file that was imported before adds nothing. Premises (points or
polygons of ${PREMISES_KINDS.join(', ')}) replace all of their kind: releases tell of
incidents within 50 m of them in the figures of whole areas alone. Shelters show to analysts alone. What the background map
shows replaces all of its kind, too: lines of streets, paths and rails, polygons of land, parks, squares and buildings, points of
stations, lamps and place names.

  --kind                ${AREA_KINDS.join(', ')};
                        ${PREMISES_KINDS.join(', ')};
                        ${BACKGROUND_KINDS.join(', ')}
  --name-property       the property that holds the name; without it areas are called by kind and number
  --rank-property       of the background map: from how far a feature is shown, 1 (from afar) to 5 (only close by)
  --residents-property  residents; given more than once the properties are added up
  --visitors-property   visitors; likewise
  --exposure-source     where residents and visitors come from, and their date
  --valid-from          first day of validity, for example 2020-07-01
  --valid-to            last day of validity
  --layer               of a file with several layers the one to read
  --crs                 EPSG code of the positions, where the file does not name it (its crs, else 4326)
  --json                the outcome as one JSON object

Exit codes: 0 done, 1 the file is at fault, 2 the call is, 3 the system.`,
  },
}
