import type { FileLayer } from '../formats/file-layer.ts'
import type { FileProfile } from './guess/file-profile.ts'
import type { Notice } from '../formats/notice.ts'

const ENDS_IN_Z = /T\d\d:\d\d:\d\d(\.\d+)?Z$/

/**
 * Warns of times in UTC that may be local ones: a GeoPackage has no other way to say a time, and programs write local times so.
 *
 * @param columns that the guess takes times from
 */
export function utcNotices(
  layer: FileLayer | null,
  columns: readonly string[],
  { columns: profiles, sample }: FileProfile,
): readonly Notice[] {
  for (const column of columns) {
    if (layer?.utcFields.includes(column) !== true) continue
    const index = profiles.find((profile) => profile.column === column)?.index ?? -1
    const text = sample.map((fields) => fields[index] ?? '').find((one) => ENDS_IN_Z.test(one))
    if (text === undefined) continue
    const pattern = `yyyy-MM-dd'T'HH:mm:ss${/\.\d+Z$/.exec(text) === null ? '' : '.S'}'Z'`
    return [
      {
        code: 'times-in-utc',
        kind: 'warning',
        field: 'timeFormat',
        sv: `${column}: tiderna står i UTC (${text}), för att en GeoPackage inte kan säga något annat, och flyttas till stadens tid. Många program skriver lokal tid så. Är tiderna lokala, skriv "timeFormat": "${pattern}" i mappningen.`,
        en: `${column}: the times are in UTC (${text}), since a GeoPackage can say no other, and are moved to the city's time. Many programs write local times so. If the times are local, put "timeFormat": "${pattern}" in the mapping.`,
      },
    ]
  }
  return []
}
