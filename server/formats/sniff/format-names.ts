import type { FileFormat } from './file-format.ts'

/** How a message speaks of a file, and what its owner can do when it is not read. */
export interface FormatName {
  readonly name: string
  readonly wayOut: string
}

const EXPORT = 'export it as CSV or GeoJSON'
const UNPACK = 'unpack it and send the file that it holds'
const AS_CSV = 'save its sheet as CSV'
const IN_GIS = 'open it in a GIS (QGIS) and export it as GeoJSON or CSV'

/** Every format by the name that its users know. */
export const FORMAT_NAMES: Readonly<Record<FileFormat, FormatName>> = {
  empty: { name: 'empty', wayOut: 'export it anew' },
  text: { name: 'text', wayOut: EXPORT },
  json: { name: 'JSON', wayOut: EXPORT },
  'json-sequence': { name: 'a GeoJSON text sequence', wayOut: EXPORT },
  parquet: { name: 'Parquet', wayOut: EXPORT },
  gzip: { name: 'packed by gzip', wayOut: UNPACK },
  zip: { name: 'a ZIP archive', wayOut: UNPACK },
  xlsx: { name: 'an Excel workbook (.xlsx)', wayOut: AS_CSV },
  xlsb: { name: 'a binary Excel workbook (.xlsb)', wayOut: AS_CSV },
  docx: { name: 'a Word document (.docx)', wayOut: 'copy its table into a workbook and save that as CSV' },
  pptx: { name: 'a PowerPoint presentation (.pptx)', wayOut: 'ask for the data behind it' },
  ods: { name: 'an OpenDocument workbook (.ods)', wayOut: AS_CSV },
  odt: {
    name: 'an OpenDocument text (.odt)',
    wayOut: 'copy its table into a workbook and save that as CSV',
  },
  numbers: { name: 'an Apple Numbers workbook', wayOut: AS_CSV },
  kmz: { name: 'KMZ (packed KML)', wayOut: IN_GIS },
  'shapefile-zip': { name: 'a ZIP archive that holds a Shapefile', wayOut: IN_GIS },
  'filegdb-zip': { name: 'a ZIP archive that holds an Esri file geodatabase (.gdb)', wayOut: IN_GIS },
  kml: { name: 'KML', wayOut: IN_GIS },
  gml: { name: 'GML', wayOut: IN_GIS },
  gpx: { name: 'GPX (tracks of a GPS receiver)', wayOut: IN_GIS },
  'osm-xml': { name: 'an OpenStreetMap extract (.osm)', wayOut: IN_GIS },
  vrt: { name: 'a GDAL virtual file (.vrt), which holds no data', wayOut: 'send the file that it points to' },
  'excel-xml': { name: 'an Excel 2003 XML workbook', wayOut: AS_CSV },
  'service-error': {
    name: 'the error message of a map service',
    wayOut: 'read what it says and fetch the file again',
  },
  html: {
    name: 'an HTML page (a download link that gave a page instead of the file, or a table saved as .xls)',
    wayOut: 'fetch the file itself, or save the table as CSV',
  },
  xml: { name: 'XML', wayOut: EXPORT },
  dxf: { name: 'a DXF drawing', wayOut: IN_GIS },
  'mapinfo-mif': { name: 'MapInfo interchange (.mif)', wayOut: IN_GIS },
  'mapinfo-tab': {
    name: 'the description of a MapInfo table (.tab), which holds no data',
    wayOut: 'open the table in a GIS (QGIS) and export it as GeoJSON or CSV',
  },
  rtf: { name: 'a text document (.rtf)', wayOut: 'copy its table into a workbook and save that as CSV' },
  sql: { name: 'SQL statements', wayOut: 'export the table as CSV' },
  'git-lfs-pointer': {
    name: 'a Git LFS pointer, which holds no data',
    wayOut: 'fetch the file itself (git lfs pull)',
  },
  geopackage: { name: 'a GeoPackage (.gpkg)', wayOut: IN_GIS },
  sqlite: { name: 'an SQLite database', wayOut: 'export its table as CSV' },
  shapefile: {
    name: 'one part of a Shapefile (.shp)',
    wayOut: 'pack its .shp, .shx, .dbf and .prj into a ZIP, or export it as GeoJSON',
  },
  dbf: {
    name: 'a dBASE table (.dbf), often one part of a Shapefile',
    wayOut: 'pack all parts of the Shapefile into a ZIP, or save the table as CSV',
  },
  flatgeobuf: { name: 'FlatGeobuf (.fgb)', wayOut: IN_GIS },
  'dxf-binary': { name: 'a binary DXF drawing', wayOut: 'save it as an ASCII DXF' },
  dwg: { name: 'an AutoCAD drawing (.dwg)', wayOut: 'save it as an ASCII DXF' },
  pdf: { name: 'a PDF', wayOut: 'ask for the table behind it as CSV' },
  'office-97': {
    name: 'an old Excel workbook (.xls), another old Office file, or one with a password',
    wayOut: 'open it and save its sheet as CSV',
  },
  access: { name: 'an Access database', wayOut: 'export its table as CSV' },
  spss: { name: 'an SPSS file (.sav)', wayOut: 'save it as CSV' },
  arrow: { name: 'Arrow or Feather', wayOut: 'save it as Parquet or CSV' },
  'osm-pbf': { name: 'an OpenStreetMap extract (.osm.pbf)', wayOut: IN_GIS },
  pmtiles: { name: 'map tiles (.pmtiles)', wayOut: 'send the data that the tiles were made from' },
  'postgres-dump': { name: 'a PostgreSQL dump', wayOut: 'export the table as CSV' },
  tar: { name: 'a tar archive', wayOut: UNPACK },
  rar: { name: 'a RAR archive', wayOut: UNPACK },
  '7z': { name: 'a 7-Zip archive', wayOut: UNPACK },
  bzip2: { name: 'packed by bzip2', wayOut: UNPACK },
  xz: { name: 'packed by xz', wayOut: UNPACK },
  zstd: { name: 'packed by Zstandard', wayOut: UNPACK },
  picture: { name: 'a picture', wayOut: 'ask for the data behind it as CSV' },
  binary: { name: 'no text and of no kind that is known here', wayOut: EXPORT },
}
