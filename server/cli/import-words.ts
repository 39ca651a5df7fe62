import type { ImportPreview, ImportStatus } from '../import/index.ts'

const COUNT = new Intl.NumberFormat('en')

/** A whole number with thousands marked. */
export function count(value: number): string {
  return COUNT.format(value)
}

/** What an import came to, in lines. */
export function statusLines(status: ImportStatus): readonly string[] {
  const { id, state, rowsRead, accepted, revised, rejected, duplicates, error } = status
  if (state === 'failed')
    return [`Import ${id} failed and left nothing behind: ${error ?? 'no reason is known'}`]
  if (state === 'undone') return [`Import ${id} is undone.`]
  const lines = [
    `Import ${id}: ${count(rowsRead)} rows read, ${count(accepted)} accepted (${count(revised)} of them revisions), ${count(duplicates)} known already, ${count(rejected)} rejected.`,
  ]
  return rejected === 0
    ? lines
    : [...lines, `The rejected rows, with reasons: lagesbild import --rejects ${id}`]
}

/** What a preview found, in lines; a guessed mapping is printed whole, to be corrected and used. */
export function previewLines(preview: ImportPreview): readonly string[] {
  const { mapping, guessed, missing, columns } = preview
  const guess = guessed
    ? ['Mapping, guessed; correct it and save it:', JSON.stringify(mapping, null, 2), '']
    : []
  if (mapping === null) {
    return [
      `No mapping could be guessed: the file shows no ${missing.join(' and no ')}.`,
      `Its columns: ${columns.join(', ')}`,
    ]
  }
  if (missing.includes('crs')) return [...guess, ...systemLines(preview)]
  return [...guess, ...foundLines(preview)]
}

/** Asks for the coordinate system of positions that more than one would put in the city. */
function systemLines({ likelySystems }: ImportPreview): readonly string[] {
  return [
    'The file does not say in which coordinate system its positions stand. Name it in the mapping; the likeliest:',
    ...likelySystems.map(({ srid, reason }) => `  "crs": "EPSG:${srid}"   ${reason}`),
  ]
}

function foundLines(preview: ImportPreview): readonly string[] {
  const dates = preview.dateColumns.map((column) => dateLine(column, preview.guessed))
  const { rowsRead, sampled, accepted, duplicates, rejected, categories, rejects, hexbin, from, to } = preview
  const cells = hexbin === null ? [] : [hexbinLine(hexbin)]
  const period = from === null || to === null ? [] : [`Period: ${from.slice(0, 16)}Z to ${to.slice(0, 16)}Z`]
  const source = preview.sourceKnown
    ? []
    : [
        'The source is not known yet: declare it in the mapping before the import, in the place of its id:',
        '  "source": {"id": "…", "controller": "…", "legalBasis": "…", "purpose": "…", "retentionDays": 1825}',
      ]
  return [
    `${count(rowsRead)} rows read${sampled ? ' (the file goes on)' : ''}: ${count(accepted)} would be accepted, ${count(duplicates)} repeat others.`,
    ...Object.entries(rejected).map(([reason, rows]) => `  rejected, ${reason}: ${count(rows)}`),
    ...Object.entries(categories).map(([code, rows]) => `  ${code}: ${count(rows)}`),
    ...period,
    ...dates,
    ...cells,
    ...source,
    ...rejects
      .slice(0, 5)
      .map(
        ({ line, column, reason, detail }) => `  line ${line}, ${column ?? 'the row'}: ${reason}, ${detail}`,
      ),
  ]
}

function dateLine(
  { column, field, timeOfDay, rows, timed }: ImportPreview['dateColumns'][number],
  guessed: boolean,
): string {
  const found = `Column ${column}: ${count(rows)} of ${count(timed)} times are ${timeOfDay}, so these are dates`
  return guessed
    ? `${found} and read as such.`
    : `${found}. To read them as such, say in the mapping: "unknownTimes": {"${field}": "${timeOfDay}"}`
}

function hexbinLine({ features, cellSideMetres }: NonNullable<ImportPreview['hexbin']>): string {
  const most = features.reduce((top, { properties }) => Math.max(top, properties.count), 0)
  return `Hexbin: ${count(features.length)} occupied cells with sides of ${count(cellSideMetres)} m, at most ${count(most)} rows in one (--json gives it as GeoJSON)`
}
