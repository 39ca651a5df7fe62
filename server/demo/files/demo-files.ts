import type { DemoCity } from '../city.ts'
import { type AreasImportFile, areasFiles, contextFiles } from './areas-files.ts'
import { incidentsFile, incidentsMapping } from './incidents-file.ts'
import { type RegisterImportFile, registersFiles } from './registers-files.ts'
import { surveyFile } from './survey-file.ts'

/** A file of incidents with its mapping, as `POST /api/imports` takes them. */
export interface IncidentsImportFile {
  readonly sourceId: string
  readonly name: string
  readonly text: string
  readonly mapping: object
}

/** The demo city as files, as any city would import them. */
export interface DemoFiles {
  readonly context: readonly AreasImportFile[]
  readonly areas: readonly AreasImportFile[]
  readonly registers: readonly RegisterImportFile[]
  readonly survey: string
  readonly incidents: readonly IncidentsImportFile[]
}

/** Writes the demo city down as files. */
export function demoFiles(city: DemoCity): DemoFiles {
  const { areas, context, surveys, sources, incidents, srid } = city
  return {
    context: contextFiles(context, srid),
    areas: areasFiles(areas, srid),
    registers: registersFiles(city),
    survey: surveyFile(surveys),
    incidents: sources.map(({ id }) => ({
      sourceId: id,
      name: `exempelstad-${id}.csv`,
      text: incidentsFile(incidents.filter(({ sourceId }) => sourceId === id)),
      mapping: incidentsMapping(id, srid),
    })),
  }
}
