import type { Texts } from '../../engine/texts.ts'

/** Why a file is refused before its content is looked at, or as a packed one. */
export const FILE_MESSAGES = {
  empty: { sv: 'Filen är tom: exportera den på nytt.', en: 'The file is empty: export it anew.' },
  damagedPack: {
    sv: 'Den packade filen är skadad eller avhuggen: hämta den på nytt.',
    en: 'The packed file is damaged or cut off: fetch it anew.',
  },
  growing: (times: number): Texts => ({
    sv: `Den packade filen växer till mer än ${times} gånger sin storlek: packa upp den innan den skickas.`,
    en: `The packed file grows to more than ${times} times its size: unpack it before sending it.`,
  }),
  muchText: (megabytes: number): Texts => ({
    sv: `Filen blir mer än ${megabytes} MB som text: skicka den i delar.`,
    en: `The file comes to more than ${megabytes} MB as text: send it in parts.`,
  }),
  spoolLimit: {
    sv: 'En fil som måste läsas från båda hållen får vara högst 1 GB: dela upp den.',
    en: 'A file that is read from any place on may be 1 GB: divide it.',
  },
  noRoom: {
    sv: 'Servern har inte plats på disken för filen.',
    en: 'The server has no room on its disk for the file.',
  },
  notUtf8: {
    sv: 'Filen är inte i UTF-8: spara den med den teckenkodningen.',
    en: 'The file is not in UTF-8: save it in that encoding.',
  },
  notJson: { sv: 'Filen är inte JSON: exportera den på nytt.', en: 'The file is not JSON: export it anew.' },
  is: (name: Texts, wayOut: Texts, holding: Texts): Texts => ({
    sv: `Filen är ${name.sv}${holding.sv}: ${wayOut.sv}.`,
    en: `The file is ${name.en}${holding.en}: ${wayOut.en}.`,
  }),
  holding: (names: string): Texts => ({ sv: ` som innehåller ${names}`, en: ` that holds ${names}` }),
  tableForOutlines: {
    sv: 'Filen är en arbetsbok, en tabell utan ytor: skicka dem som GeoPackage, Shapefile (ZIP), GeoJSON, KML eller DXF.',
    en: 'The file is a workbook, a table without outlines: send them as GeoPackage, Shapefile (ZIP), GeoJSON, KML or DXF.',
  },
  textForOutlines: {
    sv: 'Filen är text och har inga ytor: skicka dem som GeoPackage, Shapefile (ZIP), GeoJSON, KML eller DXF.',
    en: 'The file is text and holds no outlines: send them as GeoPackage, Shapefile (ZIP), GeoJSON, KML or DXF.',
  },
} as const

/** Why a ZIP archive is refused. */
export const ZIP_MESSAGES = {
  damaged: {
    sv: 'ZIP-arkivet är skadat eller avhugget: packa eller hämta det på nytt.',
    en: 'The ZIP archive is damaged or cut off: pack or fetch it anew.',
  },
  encrypted: {
    sv: 'ZIP-arkivet är krypterat: skicka det utan lösenord.',
    en: 'The ZIP archive is encrypted: send it without a password.',
  },
  manyFiles: (max: number): Texts => ({
    sv: `ZIP-arkivet har fler än ${max} filer: packa bara dem som behövs.`,
    en: `The ZIP archive holds more than ${max} files: pack only those that are needed.`,
  }),
  bursting: (megabytes: number): Texts => ({
    sv: `ZIP-arkivet skulle packas upp till ${megabytes} MB, mycket mer än sin storlek: skicka innehållet i delar.`,
    en: `The ZIP archive would unpack to ${megabytes} MB, far more than its size: send its content in parts.`,
  }),
  packedOtherwise: (name: string): Texts => ({
    sv: `ZIP-arkivet packar ${name} på ett sätt som inte läses: packa det på nytt med vanlig ZIP (deflate).`,
    en: `The ZIP archive packs ${name} in a way that is not read: pack it anew as ordinary ZIP (deflate).`,
  }),
  damagedEntry: (name: string): Texts => ({
    sv: `ZIP-arkivet är skadat: ${name} går inte att packa upp. Packa det på nytt.`,
    en: `The ZIP archive is damaged: ${name} cannot be unpacked. Pack it anew.`,
  }),
  unsafeNames: (what: Texts): Texts => ({
    sv: `ZIP-arkivet har filnamn som inte läses: packa ${what.sv} för sig.`,
    en: `The ZIP archive has file names that are not read: pack the ${what.en} by itself.`,
  }),
  nothingInside: {
    sv: 'ZIP-arkivet är tomt: packa filerna på nytt.',
    en: 'The ZIP archive is empty: pack the files anew.',
  },
  nothingRead: (names: readonly string[]): Texts => ({
    sv: `ZIP-arkivet har inget som läses (Shapefile, MapInfo, GML, DXF, KML eller en arbetsbok) utan ${names.join(', ')}: packa upp det.`,
    en: `The ZIP archive holds nothing that is read (a Shapefile, MapInfo, GML, DXF, KML or a workbook), but ${names.join(', ')}: unpack it.`,
  }),
  incompleteShapefile: (name: string): Texts => ({
    sv: `Shapefilen saknar ${name}: packa alla dess filer (.shp, .shx, .dbf, .prj).`,
    en: `The Shapefile lacks ${name}: pack all its files (.shp, .shx, .dbf, .prj).`,
  }),
} as const
