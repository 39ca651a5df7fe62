import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { formatRefusal } from '../../server/formats/sniff/refuse-format.ts'
import { sniffFormat } from '../../server/formats/sniff/sniff-format.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** A ZIP archive of unpacked entries, its central directory left out: what the first bytes of a real one hold. */
function zip(...entries: readonly (readonly [name: string, content?: string])[]): Buffer {
  return Buffer.concat(
    entries.map(([name, content = '']) => {
      const header = Buffer.alloc(30)
      header.write('PK\x03\x04', 'latin1')
      header.writeUInt32LE(content.length, 18)
      header.writeUInt32LE(content.length, 22)
      header.writeUInt16LE(Buffer.byteLength(name), 26)
      return Buffer.concat([header, Buffer.from(name), Buffer.from(content)])
    }),
  )
}

function sqlite(applicationId: string, page = ''): Buffer {
  const head = Buffer.alloc(512)
  head.write('SQLite format 3\0', 'latin1')
  head.write(applicationId, 68, 'latin1')
  head.write(page, 120, 'latin1')
  return head
}

function dbf(): Buffer {
  const head = Buffer.alloc(100)
  head.set([0x03, 124, 11, 29, 5, 0, 0, 0, 65, 0, 20, 0])
  return head
}

function tar(): Buffer {
  const head = Buffer.alloc(512)
  head.write('brott.csv')
  head.write('ustar', 257)
  return head
}

describe('the format of a file', () => {
  it.each([
    ['empty', latin1('')],
    ['text', latin1('id,typ\n1,a\n')],
    ['text', latin1('[Id];[Typ]\n1;a\n')],
    ['text', latin1('version;charset\n1;2\n')],
    ['text', latin1('<5 m;typ\n1;2\n')],
    ['text', latin1('id,plats\n1,a\0b\n')],
    ['text', iconv.encode('id;år\n1;2\n', 'utf-16le')],
    ['text', iconv.encode('id;år\n1;2\n', 'utf-16', { addBOM: true })],
    ['text', latin1('\r\n\r\nid;typ\r\n')],
    ['json', Buffer.from('\ufeff [ {"a":1}]')],
    ['json', latin1('{"type":"FeatureCollection"}')],
    ['json', latin1('[[1,2]]')],
    ['json', iconv.encode('{"a":1,"b":2}', 'utf-16le')],
    ['json', iconv.encode('[{"a":1}]', 'utf-16', { addBOM: true })],
    ['text', latin1('ID;Plats;Typ\nAB;Storgatan;Stöld\n')],
    ['text', latin1('Position (WGS84);Typ\n1;2\n')],
    ['sylk', latin1('ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"id"\r\nE\r\n')],
    ['dif', latin1('TABLE\n0,1\n"EXCEL"\nVECTORS\n')],
    ['mail', latin1('From: a@b.se\nTo: c@d.se\nSubject: brott\n\nid,typ\n')],
    ['jsonp', latin1('callback([{"id": 1}]);')],
    ['jsonp', latin1('var incidents = [{"id": 1}];')],
    ['jsonp', latin1(')]}\',\n[{"id": 1}]')],
    ['json-sequence', latin1('\x1e{"type":"Feature"}\n')],
    ['parquet', latin1('PAR1')],
    ['gzip', gzipSync('id,typ\n')],
    ['geopackage', sqlite('GPKG')],
    ['geopackage', sqlite('GP10')],
    ['geopackage', sqlite('', 'CREATE TABLE gpkg_contents (')],
    ['sqlite', sqlite('')],
    ['flatgeobuf', latin1('fgb\x03fgb\x00')],
    ['shapefile', latin1('\x00\x00\x27\x0a\x00\x00')],
    ['dbf', dbf()],
    ['dwg', latin1('AC1032\0\0')],
    ['dxf-binary', latin1('AutoCAD Binary DXF\r\n\x1a\x00')],
    ['dxf', latin1('  0\r\nSECTION\r\n  2\r\nHEADER\r\n')],
    ['dxf', latin1('999\ndxflib\n0\nSECTION\n')],
    ['mapinfo-mif', latin1('Version 300\nCharset "Neutral"\n')],
    ['mapinfo-tab', latin1('!table\n!version 300\n')],
    ['pdf', latin1('%PDF-1.7\n')],
    ['office-97', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['access', latin1('\0\x01\0\0Standard ACE DB\0')],
    ['rtf', latin1('{\\rtf1\\ansi')],
    ['xlsx', zip(['[Content_Types].xml'], ['_rels/.rels'], ['xl/workbook.xml'])],
    ['xlsx', zip(['docProps/app.xml'], ['xl/sharedStrings.xml'])],
    ['xlsb', zip(['[Content_Types].xml'], ['xl/workbook.bin'])],
    ['docx', zip(['[Content_Types].xml'], ['word/document.xml'])],
    ['ods', zip(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'])],
    ['odt', zip(['mimetype', 'application/vnd.oasis.opendocument.text'])],
    ['kmz', zip(['doc.kml'])],
    ['shapefile-zip', zip(['kameror/kameror.dbf'], ['kameror/kameror.SHP'])],
    ['filegdb-zip', zip(['stad.gdb/a00000001.gdbtable'])],
    ['zip', zip(['brott.csv'])],
    ['zip', latin1('PK\x05\x06')],
    ['kml', latin1('<?xml version="1.0"?>\n<!-- x -->\n<kml xmlns="http://www.opengis.net/kml/2.2">')],
    ['kml', Buffer.from('\ufeff<kml>')],
    ['gml', latin1('<wfs:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2">')],
    ['gpx', latin1('<gpx version="1.1">')],
    ['osm-xml', latin1("<?xml version='1.0'?><osm version='0.6'>")],
    ['vrt', latin1('<OGRVRTDataSource><OGRVRTLayer name="a">')],
    [
      'excel-xml',
      latin1('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x">'),
    ],
    ['service-error', latin1('<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="x">')],
    ['html', latin1('<!DOCTYPE html>\n<html>')],
    ['html-table', latin1('<html xmlns:x="urn:schemas-microsoft-com:office:excel">')],
    ['html-table', latin1('<meta charset="utf-8"><table>')],
    [
      'office-encrypted',
      latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${Array.from('EncryptedPackage').join('\0')}`),
    ],
    ['excel-97', latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${Array.from('Workbook').join('\0')}`)],
    ['html', latin1('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<HTML>')],
    ['xml', iconv.encode('<?xml version="1.0" encoding="utf-16"?><rader/>', 'utf-16', { addBOM: true })],
    ['xml', latin1('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>')],
    ['sql', latin1('-- dump\nCREATE TABLE brott (')],
    ['git-lfs-pointer', latin1('version https://git-lfs.github.com/spec/v1\n')],
    ['tar', tar()],
    ['7z', latin1('7z\xbc\xaf\x27\x1c')],
    ['picture', latin1('\x89PNG\r\n\x1a\n')],
    ['binary', Uint8Array.from({ length: 512 }, (_, at) => (at * 7) % 256)],
  ])('%s is told by its bytes', (format, bytes) => {
    expect(sniffFormat(bytes)).toBe(format)
  })

  it('is told from all bytes of an archive where its first ones do not say', () => {
    const late = zip(['foto.jpg', 'x'.repeat(100_000)], ['kameror.shp'])
    expect(sniffFormat(late.subarray(0, 65_536))).toBe('zip')
    expect(sniffFormat(late)).toBe('shapefile-zip')
  })
})

describe('a file that is not read', () => {
  it.each([
    [latin1('%PDF-1.7\n'), 'The file is a PDF: ask for the table behind it as CSV.'],
    [
      zip(['a.csv'], ['b.csv'], ['c.csv'], ['d.csv']),
      'a ZIP archive that holds a.csv, b.csv, c.csv, …: unpack',
    ],
    [latin1('<html>'), 'an HTML page'],
    [sqlite('GPKG'), 'a GeoPackage (.gpkg): send it without the gzip'],
  ])('is refused by the name of what it is, with the way out', (bytes, message) => {
    const refusal = formatRefusal(sniffFormat(bytes), bytes)
    expect(refusal.code).toBe('invalid-file')
    expect(refusal.message).toContain(message)
  })
})
