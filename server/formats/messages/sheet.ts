import type { Texts } from '../../engine/texts.ts'

/** What is said of a sheet of a workbook that is read. */
export const SHEET_MESSAGES = {
  errors: (count: Texts, cells: string): Texts => ({
    sv: `${count.sv} celler visar ett formelfel i stället för ett värde (${cells}): rätta formlerna i arbetsboken och spara den på nytt.`,
    en: `${count.en} cells show the error of a formula and no value (${cells}): put the formulas right in the workbook and save it anew.`,
  }),
  uncomputed: (count: Texts, cells: string): Texts => ({
    sv: `${count.sv} celler har en formel som aldrig har räknats ut, så de är tomma här (${cells}): öppna arbetsboken i Excel eller LibreOffice och spara den.`,
    en: `${count.en} cells hold a formula that was never computed, so they are blank here (${cells}): open the workbook in Excel or LibreOffice and save it.`,
  }),
  hiddenRows: (count: Texts): Texts => ({
    sv: `${count.sv} rader är dolda i arbetsboken (av ett filter eller för hand) och läses ändå: ta bort dem om de inte ska med.`,
    en: `${count.en} rows are hidden in the workbook (by a filter or by hand) and are read all the same: delete those that are not meant.`,
  }),
  hiddenSheets: (names: string): Texts => ({
    sv: `Dolda blad läses inte: ${names}. Ange bladet (layer) om det är ett av dem som är menat.`,
    en: `Hidden sheets are not read: ${names}. Name the sheet (layer) if one of them is meant.`,
  }),
  merged: (count: Texts): Texts => ({
    sv: `${count.sv} celler är delar av sammanslagna celler och får det värde som står i den första.`,
    en: `${count.en} cells are parts of merged cells and get the value that stands in the first of them.`,
  }),
  repeated: (row: number, count: Texts): Texts => ({
    sv: `Rad ${row} är en av många likadana i följd; ${count.sv} av dem är inte lästa. Fyll bara rader som gäller händelser.`,
    en: `Row ${row} is one of many alike; ${count.en} of them were not read. Fill rows of incidents alone.`,
  }),
} as const
