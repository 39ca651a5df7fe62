import { CATEGORIES } from '../../engine/snapshot/categories.ts'
import { FLAGS, type IncidentContent, PRECISIONS, SETTINGS } from '../../engine/snapshot/incident.ts'
import { csvField } from '../../platform/http/csv-field.ts'

const COLUMNS = 'id,x,y,from,to,reported,category,precision,setting,flags,text'

/** How the file of a source is read: our own codes, positions in metres, times in UTC. */
export function incidentsMapping(sourceId: string, srid: number): object {
  return {
    source: sourceId,
    crs: `EPSG:${srid}`,
    columns: {
      externalId: 'id',
      x: 'x',
      y: 'y',
      occurredFrom: 'from',
      occurredTo: 'to',
      reportedAt: 'reported',
      category: 'category',
      precision: 'precision',
      setting: 'setting',
      flags: 'flags',
      text: 'text',
    },
  }
}

/** Incidents of one source as CSV. */
export function incidentsFile(rows: readonly IncidentContent[]): string {
  return [COLUMNS, ...rows.map(lineOf), ''].join('\n')
}

function lineOf(row: IncidentContent): string {
  const { fromMinute, toMinute, reportedMinute } = row
  return [
    row.externalId,
    metres(row.xCm),
    metres(row.yCm),
    time(fromMinute),
    toMinute === fromMinute ? '' : time(toMinute),
    reportedMinute === null ? '' : time(reportedMinute),
    CATEGORIES[row.categoryIndex]!.code,
    PRECISIONS[row.precisionCode]!,
    SETTINGS[row.settingCode]!,
    flagsOf(row.flags),
    csvField(row.text ?? ''),
  ].join(',')
}

const metres = (cm: number) => (cm / 100).toFixed(2)
const time = (minute: number) => `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`

function flagsOf(flags: number): string {
  const set = Object.entries(FLAGS).filter(([, bit]) => (flags & bit) !== 0)
  return set.map(([name]) => name).join(' ')
}
