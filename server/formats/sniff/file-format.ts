/** What a file is, by its bytes. `text` is everything that may be read as lines of fields. */
export type FileFormat =
  | 'empty'
  | 'text'
  | 'json'
  | 'json-sequence'
  | 'parquet'
  | 'gzip'
  | 'zip'
  | ZipFormat
  | XmlFormat
  | MarkedText
  | 'geopackage'
  | 'sqlite'
  | 'shapefile'
  | 'dbf'
  | 'flatgeobuf'
  | 'dxf-binary'
  | 'dwg'
  | 'pdf'
  | 'office-97'
  | 'access'
  | 'spss'
  | 'arrow'
  | 'osm-pbf'
  | 'pmtiles'
  | 'postgres-dump'
  | 'tar'
  | 'rar'
  | '7z'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | 'picture'
  | 'binary'

/** What a ZIP archive is by the names that it holds. */
export type ZipFormat =
  | 'xlsx'
  | 'xlsb'
  | 'docx'
  | 'pptx'
  | 'ods'
  | 'odt'
  | 'numbers'
  | 'kmz'
  | 'shapefile-zip'
  | 'filegdb-zip'

/** What XML is by its outermost element. */
export type XmlFormat =
  | 'kml'
  | 'gml'
  | 'gpx'
  | 'osm-xml'
  | 'vrt'
  | 'excel-xml'
  | 'service-error'
  | 'html'
  | 'xml'

/** What text is by its first words. */
export type MarkedText =
  | 'jsonp'
  | 'sylk'
  | 'dif'
  | 'mail'
  | 'dxf'
  | 'mapinfo-mif'
  | 'mapinfo-tab'
  | 'rtf'
  | 'sql'
  | 'git-lfs-pointer'
