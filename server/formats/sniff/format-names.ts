import type { Texts } from '../../engine/texts.ts'
import type { FileFormat } from './file-format.ts'

/** How a message speaks of a file, and what its owner can do when it is not read. */
export interface FormatName {
  readonly name: Texts
  readonly wayOut: Texts
}

const EXPORT = { sv: 'exportera den som CSV eller GeoJSON', en: 'export it as CSV or GeoJSON' }
const UNPACK = {
  sv: 'packa upp den och skicka filen som den innehåller',
  en: 'unpack it and send the file that it holds',
}
const AS_CSV = { sv: 'spara bladet som CSV', en: 'save its sheet as CSV' }
/** These are read; but not with gzip round them. */
const UNPACKED = {
  sv: 'skicka den utan den gzip som den är packad med',
  en: 'send it without the gzip that it is packed by',
}
const IN_GIS = {
  sv: 'öppna den i ett GIS (QGIS) och exportera som GeoJSON eller CSV',
  en: 'open it in a GIS (QGIS) and export it as GeoJSON or CSV',
}
const COPY_TABLE = {
  sv: 'kopiera tabellen till en arbetsbok och spara den som CSV',
  en: 'copy its table into a workbook and save that as CSV',
}
const TABLE_AS_CSV = { sv: 'exportera tabellen som CSV', en: 'export its table as CSV' }
const GET_DATA_AS_CSV = { sv: 'be om uppgifterna bakom som CSV', en: 'ask for the data behind it as CSV' }
const AS_ASCII_DXF = { sv: 'spara den som DXF i text (ASCII)', en: 'save it as an ASCII DXF' }

/** Every format by the name that its users know. */
export const FORMAT_NAMES: Readonly<Record<FileFormat, FormatName>> = {
  empty: { name: texts('tom', 'empty'), wayOut: texts('exportera den på nytt', 'export it anew') },
  text: { name: texts('text', 'text'), wayOut: EXPORT },
  json: { name: texts('JSON', 'JSON'), wayOut: EXPORT },
  'json-sequence': {
    name: texts('en GeoJSON-textsekvens', 'a GeoJSON text sequence'),
    wayOut: EXPORT,
  },
  jsonp: {
    name: texts('JSONP, ett skript som lämnar JSON', 'JSONP, a script that hands over JSON'),
    wayOut: texts('hämta den utan callback i adressen', 'fetch it without the callback in its address'),
  },
  sylk: { name: texts('en SYLK-arbetsbok (.slk)', 'a SYLK workbook (.slk)'), wayOut: AS_CSV },
  dif: { name: texts('en DIF-arbetsbok (.dif)', 'a DIF workbook (.dif)'), wayOut: AS_CSV },
  mail: {
    name: texts('ett e-brev (.eml)', 'an e-mail (.eml)'),
    wayOut: texts('spara filen som är bifogad', 'save the file that is attached'),
  },
  parquet: { name: texts('Parquet', 'Parquet'), wayOut: EXPORT },
  gzip: { name: texts('packad med gzip', 'packed by gzip'), wayOut: UNPACK },
  zip: { name: texts('ett ZIP-arkiv', 'a ZIP archive'), wayOut: UNPACK },
  xlsx: { name: texts('en Excel-arbetsbok (.xlsx)', 'an Excel workbook (.xlsx)'), wayOut: UNPACKED },
  xlsb: {
    name: texts('en binär Excel-arbetsbok (.xlsb)', 'a binary Excel workbook (.xlsb)'),
    wayOut: AS_CSV,
  },
  docx: { name: texts('ett Word-dokument (.docx)', 'a Word document (.docx)'), wayOut: COPY_TABLE },
  pptx: {
    name: texts('en PowerPoint-presentation (.pptx)', 'a PowerPoint presentation (.pptx)'),
    wayOut: GET_DATA_AS_CSV,
  },
  ods: {
    name: texts('en OpenDocument-arbetsbok (.ods)', 'an OpenDocument workbook (.ods)'),
    wayOut: UNPACKED,
  },
  odt: { name: texts('en OpenDocument-text (.odt)', 'an OpenDocument text (.odt)'), wayOut: COPY_TABLE },
  numbers: { name: texts('en arbetsbok i Apple Numbers', 'an Apple Numbers workbook'), wayOut: AS_CSV },
  kmz: { name: texts('KMZ (packad KML)', 'KMZ (packed KML)'), wayOut: UNPACKED },
  'shapefile-zip': {
    name: texts('ett ZIP-arkiv med en Shapefile', 'a ZIP archive that holds a Shapefile'),
    wayOut: UNPACKED,
  },
  'filegdb-zip': {
    name: texts(
      'ett ZIP-arkiv med en fildatabas från Esri (.gdb)',
      'a ZIP archive that holds an Esri file geodatabase (.gdb)',
    ),
    wayOut: IN_GIS,
  },
  kml: { name: texts('KML', 'KML'), wayOut: UNPACKED },
  gml: { name: texts('GML', 'GML'), wayOut: UNPACKED },
  gpx: { name: texts('GPX (spår från en GPS)', 'GPX (tracks of a GPS receiver)'), wayOut: IN_GIS },
  'osm-xml': {
    name: texts('ett utdrag ur OpenStreetMap (.osm)', 'an OpenStreetMap extract (.osm)'),
    wayOut: IN_GIS,
  },
  vrt: {
    name: texts(
      'en virtuell fil från GDAL (.vrt), som inte har några data',
      'a GDAL virtual file (.vrt), which holds no data',
    ),
    wayOut: texts('skicka filen som den pekar på', 'send the file that it points to'),
  },
  'excel-xml': {
    name: texts('en XML-arbetsbok från Excel 2003', 'an Excel 2003 XML workbook'),
    wayOut: AS_CSV,
  },
  'service-error': {
    name: texts('ett felmeddelande från en karttjänst', 'the error message of a map service'),
    wayOut: texts('läs vad det säger och hämta filen på nytt', 'read what it says and fetch the file again'),
  },
  html: {
    name: texts(
      'en HTML-sida (en nedladdning som gav en sida i stället för filen, eller en tabell sparad som .xls)',
      'an HTML page (a download link that gave a page instead of the file, or a table saved as .xls)',
    ),
    wayOut: texts(
      'hämta själva filen, eller spara tabellen som CSV',
      'fetch the file itself, or save the table as CSV',
    ),
  },
  'html-table': {
    name: texts(
      'en HTML-tabell, som många register kallar .xls',
      'an HTML table, which many registers call .xls',
    ),
    wayOut: texts(
      'öppna den i Excel eller LibreOffice och spara den som .xlsx eller CSV',
      'open it in Excel or LibreOffice and save it as .xlsx or CSV',
    ),
  },
  xml: { name: texts('XML', 'XML'), wayOut: EXPORT },
  dxf: { name: texts('en DXF-ritning', 'a DXF drawing'), wayOut: UNPACKED },
  'mapinfo-mif': {
    name: texts(
      'en del av en utbytesfil från MapInfo (.mif)',
      'one part of a MapInfo interchange file (.mif)',
    ),
    wayOut: texts('packa dess .mif och .mid i en ZIP', 'pack its .mif and .mid into a ZIP'),
  },
  'mapinfo-tab': {
    name: texts(
      'beskrivningen av en MapInfo-tabell (.tab), som inte har några data',
      'the description of a MapInfo table (.tab), which holds no data',
    ),
    wayOut: texts(
      'packa dess .tab, .dat, .map och .id i en ZIP',
      'pack its .tab, .dat, .map and .id into a ZIP',
    ),
  },
  rtf: { name: texts('ett textdokument (.rtf)', 'a text document (.rtf)'), wayOut: COPY_TABLE },
  sql: { name: texts('SQL-satser', 'SQL statements'), wayOut: TABLE_AS_CSV },
  'git-lfs-pointer': {
    name: texts('en pekare i Git LFS, som inte har några data', 'a Git LFS pointer, which holds no data'),
    wayOut: texts('hämta själva filen (git lfs pull)', 'fetch the file itself (git lfs pull)'),
  },
  geopackage: { name: texts('en GeoPackage-fil (.gpkg)', 'a GeoPackage (.gpkg)'), wayOut: UNPACKED },
  sqlite: { name: texts('en SQLite-databas', 'an SQLite database'), wayOut: TABLE_AS_CSV },
  shapefile: {
    name: texts('en del av en Shapefile (.shp)', 'one part of a Shapefile (.shp)'),
    wayOut: texts(
      'packa dess .shp, .shx, .dbf och .prj i en ZIP',
      'pack its .shp, .shx, .dbf and .prj into a ZIP',
    ),
  },
  dbf: {
    name: texts(
      'en dBASE-tabell (.dbf), ofta en del av en Shapefile',
      'a dBASE table (.dbf), often one part of a Shapefile',
    ),
    wayOut: texts(
      'packa alla delar av Shapefilen i en ZIP, eller spara tabellen som CSV',
      'pack all parts of the Shapefile into a ZIP, or save the table as CSV',
    ),
  },
  flatgeobuf: { name: texts('FlatGeobuf (.fgb)', 'FlatGeobuf (.fgb)'), wayOut: UNPACKED },
  'dxf-binary': { name: texts('en binär DXF-ritning', 'a binary DXF drawing'), wayOut: AS_ASCII_DXF },
  dwg: { name: texts('en AutoCAD-ritning (.dwg)', 'an AutoCAD drawing (.dwg)'), wayOut: AS_ASCII_DXF },
  pdf: {
    name: texts('en PDF', 'a PDF'),
    wayOut: texts('be om tabellen bakom som CSV', 'ask for the table behind it as CSV'),
  },
  'office-97': {
    name: texts(
      'en gammal Excel-arbetsbok (.xls), en annan gammal Office-fil eller en med lösenord',
      'an old Excel workbook (.xls), another old Office file, or one with a password',
    ),
    wayOut: texts('öppna den och spara bladet som CSV', 'open it and save its sheet as CSV'),
  },
  'excel-97': {
    name: texts('en gammal Excel-arbetsbok (.xls)', 'an old Excel workbook (.xls)'),
    wayOut: texts(
      'öppna den i Excel eller LibreOffice och spara den som .xlsx',
      'open it in Excel or LibreOffice and save it as .xlsx',
    ),
  },
  'word-97': {
    name: texts('ett gammalt Word-dokument (.doc)', 'an old Word document (.doc)'),
    wayOut: COPY_TABLE,
  },
  'powerpoint-97': {
    name: texts('en gammal PowerPoint-presentation (.ppt)', 'an old PowerPoint presentation (.ppt)'),
    wayOut: GET_DATA_AS_CSV,
  },
  'outlook-mail': {
    name: texts('ett e-brev från Outlook (.msg)', 'an Outlook e-mail (.msg)'),
    wayOut: texts('spara filen som är bifogad', 'save the file that is attached'),
  },
  'office-encrypted': {
    name: texts(
      'en Office-fil med lösenord (en krypterad .xlsx)',
      'an Office file with a password (an encrypted .xlsx)',
    ),
    wayOut: texts(
      'öppna den med lösenordet, ta bort det (Arkiv > Info > Skydda arbetsbok) och spara den',
      'open it with the password, take that away (File > Info > Protect Workbook) and save it',
    ),
  },
  access: { name: texts('en Access-databas', 'an Access database'), wayOut: TABLE_AS_CSV },
  spss: {
    name: texts('en SPSS-fil (.sav)', 'an SPSS file (.sav)'),
    wayOut: texts('spara den som CSV', 'save it as CSV'),
  },
  arrow: {
    name: texts('Arrow eller Feather', 'Arrow or Feather'),
    wayOut: texts('spara den som Parquet eller CSV', 'save it as Parquet or CSV'),
  },
  'osm-pbf': {
    name: texts('ett utdrag ur OpenStreetMap (.osm.pbf)', 'an OpenStreetMap extract (.osm.pbf)'),
    wayOut: IN_GIS,
  },
  pmtiles: {
    name: texts('kartrutor (.pmtiles)', 'map tiles (.pmtiles)'),
    wayOut: texts('skicka de data som rutorna är gjorda av', 'send the data that the tiles were made from'),
  },
  'postgres-dump': { name: texts('en dump från PostgreSQL', 'a PostgreSQL dump'), wayOut: TABLE_AS_CSV },
  tar: { name: texts('ett tar-arkiv', 'a tar archive'), wayOut: UNPACK },
  rar: { name: texts('ett RAR-arkiv', 'a RAR archive'), wayOut: UNPACK },
  '7z': { name: texts('ett 7-Zip-arkiv', 'a 7-Zip archive'), wayOut: UNPACK },
  bzip2: { name: texts('packad med bzip2', 'packed by bzip2'), wayOut: UNPACK },
  xz: { name: texts('packad med xz', 'packed by xz'), wayOut: UNPACK },
  zstd: { name: texts('packad med Zstandard', 'packed by Zstandard'), wayOut: UNPACK },
  picture: { name: texts('en bild', 'a picture'), wayOut: GET_DATA_AS_CSV },
  binary: {
    name: texts('ingen text och av inget slag som är känt här', 'no text and of no kind that is known here'),
    wayOut: EXPORT,
  },
}

function texts(sv: string, en: string): Texts {
  return { sv, en }
}
