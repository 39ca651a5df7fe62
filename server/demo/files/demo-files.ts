import type { DemoCity } from '../city.ts'
import { type AreasImportFile, areasFiles } from './areas-files.ts'
import { incidentsFile, incidentsMapping } from './incidents-file.ts'
import { surveyFile } from './survey-file.ts'

/** A file of incidents with its mapping, as `POST /api/imports` takes them. */
export interface IncidentsImportFile {
  readonly sourceId: string
  readonly name: string
  readonly text: string
  readonly mapping: object
}

/** The files that a city of one's own would be made from, of the demo city. */
export interface DemoFiles {
  readonly areas: readonly AreasImportFile[]
  readonly survey: string
  readonly incidents: readonly IncidentsImportFile[]
}

/** Writes the demo city down as files. */
export function demoFiles({ areas, surveys, sources, incidents, srid }: DemoCity): DemoFiles {
  return {
    areas: areasFiles(areas, srid),
    survey: surveyFile(surveys),
    incidents: sources.map(({ id }) => ({
      sourceId: id,
      name: `exempelstad-${id}.csv`,
      text: incidentsFile(incidents.filter(({ sourceId }) => sourceId === id)),
      mapping: incidentsMapping(id, srid),
    })),
  }
}
