import { ruleInSwedish } from '../../platform/http/fields/field-rules.ts'
import { OUTLINE_MESSAGES } from '../../engine/geometry/outline-messages.ts'
/** What is wrong with a row, as the readers of rows say it, and in Swedish; what stands before it, the row's own text, stays. */
const DETAILS: readonly (readonly [RegExp, string])[] = [
  [/the coordinate is blank$/, 'koordinaten saknas'],
  [/both coordinates are 0$/, 'båda koordinaterna är 0'],
  [
    /not a number \(a decimal comma: set csv\.decimal to ","\)$/,
    'inget tal (decimalkomma: sätt csv.decimal till ",")',
  ],
  [/not a number$/, 'inget tal'],
  [
    /the letter O is east in some languages and west in others: write E or W$/,
    'bokstaven O är öst i somliga språk och väst i andra: skriv E eller W',
  ],
  [
    /is a latitude: the columns of x and y are exchanged$/,
    'är en latitud: kolumnerna för x och y är omkastade',
  ],
  [
    /is a longitude: the columns of x and y are exchanged$/,
    'är en longitud: kolumnerna för x och y är omkastade',
  ],
  [
    /only makes sense exchanged: the column of x holds northings \(or latitudes\)$/,
    'går bara ihop omkastat: kolumnen för x håller nordkoordinater (eller latituder)',
  ],
  [/is no longitude and latitude; is crs right\?$/, 'är ingen longitud och latitud; är crs rätt?'],
  [/lies outside the city's surroundings$/, 'ligger utanför stadens omgivning'],
  [/is in EPSG:(\d+), the mapping says EPSG:(\d+)$/, 'står i EPSG:$1, mappningen säger EPSG:$2'],
  [
    /makes sense in both orders: say in the mapping which comes first \(positionOrder, xy or yx\)$/,
    'går ihop i båda ordningarna: skriv i mappningen vilken som kommer först (positionOrder, xy eller yx)',
  ],
  [/is too long for a position$/, 'är för lång för en plats'],
  [
    /is an MGRS reference: give longitude and latitude, or easting and northing$/,
    'är en MGRS-referens: ange longitud och latitud, eller öst och nord',
  ],
  [
    /is no position: a pair of coordinates, POINT \(x y\) or GeoJSON is read$/,
    'är ingen plats: ett koordinatpar, POINT (x y) eller GeoJSON läses',
  ],
  [/is an empty (\w+)$/, 'är en tom $1'],
  [/is no POINT \(x y\)$/, 'är ingen POINT (x y)'],
  [/is an? (.+): an incident is one point$/, 'är en $1: en händelse är en punkt'],
  [/a Point is needed$/, 'en Point behövs'],
  [/the id has come before with other content$/, 'id:t har redan kommit med annat innehåll'],
  [/is no whole number from 1 to (\d+)$/, 'är inget heltal från 1 till $1'],
  [/has more than (\d+) characters$/, 'har fler än $1 tecken'],
  [/an id of more than (\d+) characters$/, 'ett id med fler än $1 tecken'],
  [/lists other flags than (.+)$/, 'räknar upp andra flaggor än $1'],
  [/is not known to the mapping$/, 'är inte med i mappningen'],
  [/is over for longer than the source keeps incidents$/, 'är äldre än källan sparar händelser'],
  [/ends before it begins$/, 'slutar innan den börjar'],
  [
    /is no time of the years 1900–2100 in the format (.+) \(a number: set timeFormat to (.+)\)$/,
    'är ingen tid mellan 1900 och 2100 i formatet $1 (ett tal: sätt timeFormat till $2)',
  ],
  [
    /is no time of the years 1900–2100 in the format (.+)$/,
    'är ingen tid mellan 1900 och 2100 i formatet $1',
  ],
  [/is blank$/, 'är tomt'],
  [
    /the header has (\d+) columns, the row (\d+): a total or a note\?$/,
    'rubriken har $1 kolumner, raden $2: en summa eller en anmärkning?',
  ],
  [/the header has (\d+) columns, the row (\d+)$/, 'rubriken har $1 kolumner, raden $2'],
  [
    /holds bytes that the encoding does not know; is csv\.encoding right\?$/,
    'har tecken som teckenkodningen inte känner; är csv.encoding rätt?',
  ],
  [/holds a NUL character$/, 'har ett NUL-tecken'],
  [/holds characters that cannot be kept$/, 'har tecken som inte kan sparas'],
  [/a quote is opened and not closed$/, 'ett citattecken öppnas och stängs inte'],
  [/text follows a closing quote$/, 'text följer på ett stängt citattecken'],
  [/is no JSON object$/, 'är inget JSON-objekt'],
  [/is not valid JSON$/, 'är inte giltig JSON'],
  [/names a member twice$/, 'nämner en medlem två gånger'],
  [/nests too deep$/, 'är nästlad för djupt'],
  [/is no month, for example 2024-03$/, 'är ingen månad, till exempel 2024-03'],
  [/is no whole number: the cell of 50 m$/, 'är inget heltal: rutan om 50 m'],
  [/the cell lies outside the city’s surroundings$/, 'rutan ligger utanför stadens omgivning'],
  [/neither cell nor area$/, 'varken ruta eller område'],
  [/the row names a cell and an area$/, 'raden nämner både ruta och område'],
  [/is no category of the product$/, 'är ingen av produktens kategorier'],
  [/no area is called so in that month$/, 'inget område heter så den månaden'],
  [/is the name of (\d+) areas: give their kind, or the id$/, 'heter $1 områden: ange slag, eller id'],
  [/is none of (.+)$/, 'är inget av $1'],
  [/is blank$/, 'är tomt'],
  [/is no date of this format \(dateFormat\)$/, 'är inget datum i detta format (dateFormat)'],
  [
    /may be thousands or decimals: write it without a point or comma$/,
    'kan vara tusental eller decimaler: skriv det utan punkt eller komma',
  ],
  [/is no number$/, 'är inget tal'],
  [
    /is no bearing: degrees from north, or N, NO, O …$/,
    'är ingen riktning: grader från norr, eller N, NO, O …',
  ],
  [
    /is no schedule: write days and whole hours, for example (.+), or a list of (.+)$/,
    'är inget schema: skriv dagar och hela timmar, till exempel $1, eller en lista av $2',
  ],
  [/is no POLYGON \(\(…\)\) and no GeoJSON$/, 'är ingen POLYGON ((…)) och ingen GeoJSON'],
  [/is in EPSG:(\d+), the rest is read as EPSG:(\d+)$/, 'står i EPSG:$1, resten läses som EPSG:$2'],
  [/has no outline$/, 'har ingen yta'],
  [/has (\d+) corners, and may have (\d+)$/, 'har $1 hörn och får ha $2'],
  [/is a (\w+): a camera is one point$/, 'är en $1: en kamera är en punkt'],
  [
    /this id stands on several rows with different content, first on line (\d+)$/,
    'detta id står på flera rader med olika innehåll, först på rad $1',
  ],
  [
    /must be one that crosses itself at most (\d+) times$/,
    'måste vara en som korsar sig själv högst $1 gånger',
  ],
  ...outlineRules(),
]

/** Of an outline that cannot be used, as `areaOutline` words its rules. */
function outlineRules(): readonly (readonly [RegExp, string])[] {
  return Object.values(OUTLINE_MESSAGES).flatMap((rule) => {
    if (typeof rule === 'function') return []
    const worded = rule.en.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    return [[new RegExp(`must be one that ${worded}$`), `måste vara en som ${rule.sv}`] as const]
  })
}

/** What is wrong with a rejected row, in the reader's language. @param detail as it is stored, in English */
export function detailIn(language: 'sv' | 'en', detail: string): string {
  if (language === 'en') return detail
  const found = DETAILS.find(([form]) => form.test(detail))
  return found === undefined ? ruleInSwedish(detail) : detail.replace(found[0], found[1])
}
