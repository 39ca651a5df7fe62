import type { MarkedText, XmlFormat } from './file-format.ts'

const MARKS: readonly (readonly [MarkedText, RegExp])[] = [
  ['rtf', /^\{\\rtf/],
  ['sylk', /^ID;P[A-Z]*(?:;[A-Z]+)*\s*\r?\n(?:P;P|C;[XYKFG]|B;[XY]|F;[A-Z]|O;[A-Z]|NN;N)/],
  ['dif', /^TABLE\r?\n0,1\r?\n"/],
  [
    'mail',
    /^(?:From|Return-Path|Received|Delivered-To|MIME-Version): [^\n]*\n(?:[^\n]+\n)*?(?:Subject|Content-Type): /,
  ],
  // A call of a function, a variable of a script, and the prefixes that keep JSON from being run as a script.
  [
    'jsonp',
    /^\s*(?:\/\*[^]{0,500}?\*\/\s*)?(?:(?:(?:var|let|const)\s+)?[\w$.]+\s*=|[\w$.]+\s*\()\s*(?:\{\s*["}]|\[\s*[[{\]"])/,
  ],
  ['jsonp', /^\)\]\}'|^while\s*\(1\)\s*;|^for\s*\(;;\)\s*;/],
  ['dxf', /^(\s*999\r?\n[^\n]*\n)*\s*0\s*\r?\n\s*SECTION\s*\r?\n/],
  ['mapinfo-tab', /^!table\b/i],
  ['mapinfo-mif', /^Version\s+\d+\s*\r?\n\s*(Charset|Delimiter|Unique|Index|CoordSys|Columns)\b/i],
  ['git-lfs-pointer', /^version https:\/\/git-lfs\.github\.com\//],
  ['sql', /^(--[^\n]*\n\s*)*(CREATE TABLE|INSERT INTO|SET statement_timeout|PRAGMA foreign_keys)\b/i],
]

const BY_ROOT: readonly (readonly [XmlFormat, RegExp])[] = [
  ['html', /^(html|head|body|meta|title|script|table|div|p|br|center|link)$/i],
  ['kml', /^kml$/],
  ['gpx', /^gpx$/],
  ['osm-xml', /^osm$/],
  ['vrt', /^(OGRVRTDataSource|VRTDataset)$/],
  ['excel-xml', /^Workbook$/],
  ['service-error', /^(ServiceExceptionReport|ExceptionReport|ServiceException)$/],
]
const GML = /opengis\.net\/(gml|wfs)/
const PROLOGUE = /^\s*(<\?[^>]*>|<!--[\s\S]*?-->|<!doctype(?!\s+html)[^>[]*(\[[\s\S]*?\]\s*)?>)/i
const DOCTYPE_HTML = /^\s*<!doctype\s+html/i
/** Tables that programs write for Excel to open as .xls: in its namespace, or bare. */
const OFFICE_TABLE =
  /^\s*(?:<!doctype[^>]*>\s*)?<html[^>]*urn:schemas-microsoft-com:office:excel|^\s*(?:<meta[^>]*>\s*)*<table\b/i
const ROOT = /^\s*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/
const MAX_PROLOGUE_PARTS = 20

const JSON_OBJECT = /^\s*\{/
const JSON_ARRAY = /^\s*\[\s*([{["\]]|-?\d|true|false|null|$)/
const RECORD_SEPARATOR = '\x1e'

/** What a file's first characters say that it is; `text` when they are no mark of anything. */
export function sniffText(text: string): MarkedText | XmlFormat | 'json' | 'json-sequence' | 'text' {
  const marked = MARKS.find(([, form]) => form.test(text))
  if (marked !== undefined) return marked[0]
  if (text.trimStart().startsWith(RECORD_SEPARATOR)) return 'json-sequence'
  if (JSON_OBJECT.test(text) || JSON_ARRAY.test(text)) return 'json'
  return sniffXml(text) ?? 'text'
}

function sniffXml(text: string): XmlFormat | null {
  let rest = text
  for (let part = 0; part < MAX_PROLOGUE_PARTS; part++) {
    const prologue = PROLOGUE.exec(rest)
    if (prologue === null) break
    rest = rest.slice(prologue[0].length)
  }
  if (OFFICE_TABLE.test(rest)) return 'html-table'
  if (DOCTYPE_HTML.test(rest)) return 'html'
  const root = ROOT.exec(rest)?.[1]
  if (root === undefined) return /^\s*<\?xml\s/.test(text) ? 'xml' : null
  return BY_ROOT.find(([, form]) => form.test(root))?.[0] ?? (GML.test(rest) ? 'gml' : 'xml')
}
