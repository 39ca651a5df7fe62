import { describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../../server/app.ts'

/** What the demo city takes none of, and what waits while an import is written to the embedded database. */
const CLOSED: Readonly<Record<string, string>> = {
  createArea: 'demo maintenance',
  createAreaImport: 'demo maintenance',
  createCamera: 'maintenance',
  createFocusArea: 'maintenance',
  createImport: 'demo',
  createIncidents: 'demo maintenance',
  createPatrolZone: 'maintenance',
  createProposal: 'maintenance',
  createSource: 'demo maintenance',
  createSurveyImport: 'demo maintenance',
  createUnitCut: 'maintenance',
  deleteArea: 'demo maintenance',
  deleteCamera: 'maintenance',
  deleteFocusArea: 'maintenance',
  deletePatrolZone: 'maintenance',
  deleteProposal: 'maintenance',
  eraseIncident: 'demo maintenance',
  patchIncident: 'demo maintenance',
  purge: 'demo maintenance',
  replaceArea: 'demo maintenance',
  replaceCamera: 'maintenance',
  replaceFocusArea: 'maintenance',
  replacePatrolZone: 'maintenance',
  replaceProposal: 'maintenance',
  replaceSource: 'demo maintenance',
  retractIncident: 'demo maintenance',
  undoImport: 'demo maintenance',
}

describe('the contracts of the API', () => {
  it('close in the demo what takes real data, and under maintenance what writes to the layers', () => {
    const closed = ENDPOINTS.filter(({ closedIn }) => closedIn.length > 0)
    expect(Object.fromEntries(closed.map(({ id, closedIn }) => [id, closedIn.join(' ')]))).toEqual(CLOSED)
  })

  it('let a preview of an import pass, which stores nothing', () => {
    const createImport = ENDPOINTS.find(({ id }) => id === 'createImport')!
    const preview = (text: string) => createImport.isDryRun({ preview: text })
    expect([preview('true'), preview('false')]).toEqual([true, false])
    expect(ENDPOINTS.filter(({ isDryRun }) => isDryRun({ preview: 'true' }))).toEqual([createImport])
  })
})
