import type { FileLayer } from '../file-layer.ts'
import type { Texts } from '../../engine/texts.ts'

/** What files are called in refusals, in Swedish in the definite form. */
export const FILE_NAMES = {
  geopackage: { sv: 'GeoPackage-filen', en: 'GeoPackage' },
  flatgeobuf: { sv: 'FlatGeobuf-filen', en: 'FlatGeobuf file' },
  dxf: { sv: 'DXF-ritningen', en: 'DXF drawing' },
  gml: { sv: 'GML-filen', en: 'GML file' },
  kml: { sv: 'KML-filen', en: 'KML file' },
  kmz: { sv: 'KMZ-filen', en: 'KMZ file' },
  xlsx: { sv: 'Excel-arbetsboken', en: 'Excel workbook' },
  ods: { sv: 'LibreOffice-arbetsboken', en: 'LibreOffice workbook' },
  shapefile: { sv: 'Shapefilen', en: 'Shapefile' },
  mapinfo: { sv: 'MapInfo-filen', en: 'MapInfo file' },
} as const satisfies Readonly<Record<string, Texts>>

/** Why a file of GIS or a workbook is refused. */
export const GEOGRAPHIC_MESSAGES = {
  unreadable: (what: Texts, why: Texts): Texts => ({
    sv: `${what.sv} går inte att läsa: ${why.sv}.`,
    en: `The ${what.en} cannot be read: ${why.en}.`,
  }),
  onLine: (line: number, why: Texts): Texts => ({
    sv: `rad ${line}: ${why.sv}`,
    en: `line ${line}: ${why.en}`,
  }),
  otherKind: {
    sv: 'innehållet är av ett annat slag än filen säger',
    en: 'its content is of another kind',
  },
  cannotBeOpened: { sv: 'den går inte att öppna', en: 'it cannot be opened' },
  muchTime: { sv: 'det tar för lång tid att läsa den', en: 'reading it takes too much time' },
  muchMemory: (megabytes: number): Texts => ({
    sv: `det tar mer än ${megabytes} MB minne att läsa den`,
    en: `reading it takes more than ${megabytes} MB of memory`,
  }),
  muchText: { sv: 'den blir mer än 2 GB som text', en: 'it comes to more than 2 GB as text' },
  declares: {
    sv: 'den förklarar egna typer eller entiteter (<!DOCTYPE …>), som inte läses: ta bort dem',
    en: 'it declares types or entities of its own (<!DOCTYPE …>), which are not read: take them out',
  },
  badXml: (said: string): Texts => ({ sv: `dess XML är fel (${said})`, en: said }),
  /** @param said by GDAL itself, in English */
  saidByGdal: (said: string): Texts => ({ sv: `läsaren GDAL säger "${said}"`, en: said }),
  longText: {
    sv: 'en text är längre än 16 miljoner tecken',
    en: 'a text is longer than 16 million characters',
  },
  deep: (levels: number): Texts => ({
    sv: `element står i varandra i mer än ${levels} led`,
    en: `elements stand within each other more than ${levels} deep`,
  }),
  unknownEncoding: (what: Texts, encoding: string): Texts => ({
    sv: `${what.sv} har en teckenkodning som inte är känd, ${encoding}: spara den i UTF-8.`,
    en: `The ${what.en} is in an encoding that is not known, ${encoding}: save it in UTF-8.`,
  }),
  onlyLinks: (what: Texts): Texts => ({
    sv: `${what.sv} länkar bara till andra (NetworkLink), som inte hämtas: skicka filen som den länkar till.`,
    en: `The ${what.en} only links to others (NetworkLink), which are not fetched: send the file that it links to.`,
  }),
  onlyOverlays: (what: Texts): Texts => ({
    sv: `${what.sv} har bara bilder som läggs på kartan (GroundOverlay) och inga platser: be om de data som bilden är gjord av.`,
    en: `The ${what.en} holds only pictures that are laid on the map (GroundOverlay) and no places: ask for the data that the picture was made from.`,
  }),
  links: (count: Texts): Texts => ({
    sv: `Filen länkar också till ${count.sv} andra filer (NetworkLink), som inte hämtas: skicka dem för sig.`,
    en: `The file also links to ${count.en} other files (NetworkLink), which are not fetched: send them by themselves.`,
  }),
  manyValues: (max: number): Texts => ({
    sv: `En plats har fler än ${max} värden: ta bort dem som inte behövs.`,
    en: `A place has more than ${max} values: leave out those that are not needed.`,
  }),
  nothingInside: (what: Texts): Texts => ({
    sv: `${what.sv} är tom: exportera den på nytt.`,
    en: `The ${what.en} holds nothing: export it anew.`,
  }),
  noSuchLayer: (what: Texts, name: string, layers: readonly FileLayer[]): Texts => ({
    sv: `${what.sv} har inget lager ${JSON.stringify(name)}. Det finns: ${listed(layers).sv}.`,
    en: `The ${what.en} has no layer ${JSON.stringify(name)}. There is: ${listed(layers).en}.`,
  }),
  severalLayers: (what: Texts, layers: readonly FileLayer[]): Texts => ({
    sv: `${what.sv} har flera lager: välj ett (layer). Det finns: ${listed(layers).sv}.`,
    en: `The ${what.en} has several layers: choose one (layer). There is: ${listed(layers).en}.`,
  }),
  layer: ({ features, geometryType }: FileLayer): Texts => ({
    sv: `${features} ${geometryType ?? 'rader'}`,
    en: `${features} ${geometryType ?? 'rows'}`,
  }),
} as const

function listed(layers: readonly FileLayer[]): Texts {
  const list = (none: string) =>
    layers
      .map(({ name, features, geometryType }) => `${name} (${features}, ${geometryType ?? none})`)
      .join('; ')
  return { sv: list('inga platser'), en: list('no positions') }
}
