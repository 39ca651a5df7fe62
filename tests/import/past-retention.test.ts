import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type ImportCity, openImportCity } from '../support/cities/import-city.ts'

/** The city's clock stands at 1970-01-01T00:00Z: what is kept for ten days began on the 22nd of December. */
const MAPPING = {
  source: {
    id: 'short',
    controller: 'Staden',
    legalBasis: 'Avtal',
    purpose: 'Lägesbild',
    retentionDays: 10,
  },
  columns: {
    externalId: 'id',
    x: 'lon',
    y: 'lat',
    occurredFrom: 'from',
    occurredTo: 'to',
    category: 'type',
    text: 'text',
  },
  categories: { T: 'theft' },
}
const row = (id: string, from: string, to = '') => `${id},18.06,59.33,${from},${to},T,Kim berättar`
const FILE = [
  'id,lon,lat,from,to,type,text',
  row('over', '1969-12-21T23:59Z'),
  row('ends', '1969-12-22T00:00Z'),
  row('reaches-in', '1969-11-01T00:00Z', '1969-12-22T00:00Z'),
  row('ends', '1969-12-22T00:00Z'),
  row('long-over', '1969-11-01T00:00Z', '1969-12-21T23:59Z'),
  row('ends-elsewhere', '1969-12-32'),
].join('\n')

describe.each(databasesUnderTest)(
  'rows past the retention of their source, on the $kind database',
  (kind) => {
    let city: ImportCity
    beforeAll(async () => {
      city = await openImportCity(kind)
    })
    afterAll(() => city?.close())

    const preview = () =>
      city.service.preview({
        fileName: 'a.csv',
        stream: Readable.from([Buffer.from(FILE)]),
        mapping: parseImportMapping(MAPPING),
      })

    it('are counted by a preview by the retention that the mapping declares', async () => {
      const { accepted, duplicates, rejected, rejects, rowsRead } = await preview()
      expect({ accepted, duplicates, rejected, rowsRead }).toEqual({
        accepted: 2,
        duplicates: 1,
        rejected: { 'past-retention': 2, 'bad-time': 1 },
        rowsRead: 6,
      })
      expect(JSON.stringify(rejects.filter(({ reason }) => reason === 'past-retention'))).not.toContain('Kim')
    })

    it('are rejected, and only their line numbers are kept', async () => {
      const status = await city.importText(FILE, MAPPING)
      expect(status).toMatchObject({ state: 'done', rowsRead: 6, accepted: 2, duplicates: 1, rejected: 3 })
      const detail = 'is over for longer than the source keeps incidents'
      const rejects = await city.rejects(status.id)
      expect(rejects.filter(({ reason }) => reason === 'past-retention')).toEqual([
        { line: 2, column: 'to', reason: 'past-retention', detail, text: '' },
        { line: 6, column: 'to', reason: 'past-retention', detail, text: '' },
      ])
      const { erasures } = city.database.repositories
      expect(await erasures.count(0)).toMatchObject({ incidents: 0 })
    })

    it('are rejected by the stored retention of the source, whatever the mapping declares', async () => {
      const { sources } = city.database.repositories
      await sources.save({ ...(await sources.find('short'))!, retentionDays: 5 })
      expect((await preview()).rejected).toMatchObject({ 'past-retention': 5 })
      const status = await city.importText(FILE, MAPPING)
      expect(status).toMatchObject({ rowsRead: 6, accepted: 0, duplicates: 0, rejected: 6 })
    })
  },
)
