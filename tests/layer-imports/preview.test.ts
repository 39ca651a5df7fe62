import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openRegisterCity } from '../support/cities/register-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type Json, problemOf } from '../support/serving/api-client.ts'

const EXCEL = [
  'Kamera-ID;Kameranamn;Ägare;Ändamål;Driftstatus;Riktning;Räckvidd (m);Bildvinkel;Lagringstid (dagar);N;E;Anm',
  'K1;Torget norra;Staden;Trygghet;I drift;NO;70;90;30;6580822,34;674032,12;',
  'K2;Ågatan;Staden;Trygghet;Planerad;182,5;45;60;30;6580900,00;674100,00;ny',
  'K3;Parken;Bolaget AB;Trygghet;Nedmonterad;;;;;6580950,50;674150,25;',
  '',
].join('\r\n')

describe.each(databasesUnderTest)('the preview of a register on $kind', (database) => {
  let city: Awaited<ReturnType<typeof openRegisterCity>>
  beforeAll(async () => {
    city = await openRegisterCity(database)
  })
  afterAll(() => city.close())
  beforeEach(() => city.empty())

  const codes = ({ notices }: Json) => notices.map(({ code }: Json) => code)

  it('says in which system positions are read where neither file nor border can tell', async () => {
    const { body } = await city.preview({ kind: 'cameras' }, Buffer.from(EXCEL, 'latin1'))
    expect(body.notices.find(({ code }: Json) => code === 'crs-unverified').sv).toMatch(
      /läst som SWEREF99 TM \(EPSG:3006\) ligger platserna vid 59,3\d° nord, 18,06° öst/,
    )
    const said = await city.preview({ kind: 'cameras', crs: 'EPSG:3006' }, Buffer.from(EXCEL, 'latin1'))
    expect(codes(said.body)).not.toContain('crs-unverified')
  })

  it('finds everything in a Swedish Excel file, whose guess imports it with no edits', async () => {
    const bytes = Buffer.from(EXCEL, 'latin1')
    const { body } = await city.preview({ kind: 'cameras' }, bytes)
    expect(body.mapping).toEqual({
      kind: 'cameras',
      layer: null,
      crs: 'EPSG:3006',
      columns: {
        externalId: 'Kamera-ID',
        x: 'E',
        y: 'N',
        name: 'Kameranamn',
        operator: 'Ägare',
        purpose: 'Ändamål',
        status: 'Driftstatus',
        directionDegrees: 'Riktning',
        viewDegrees: 'Bildvinkel',
        rangeMetres: 'Räckvidd (m)',
        retentionDays: 'Lagringstid (dagar)',
      },
      dateFormat: 'iso',
      statuses: { 'I drift': 'active', Planerad: 'planned', Nedmonterad: 'removed' },
      defaults: {},
      missing: 'keep',
      csv: { delimiter: ';', encoding: 'windows-1252', decimal: ',' },
    })
    expect(body).toMatchObject({
      guessed: true,
      missing: [],
      question: null,
      rowsRead: 3,
      added: 3,
      rejected: {},
    })
    expect(body.notices.find(({ code }: Json) => code === 'unused').sv).toContain('Anm')
    expect(body.examples[1]).toEqual({
      line: 3,
      externalId: 'K2',
      geometryType: 'Point',
      position: [expect.closeTo(18.06, 1), expect.closeTo(59.33, 1)],
      properties: {
        name: 'Ågatan',
        operator: 'Staden',
        purpose: 'Trygghet',
        status: 'planned',
        directionDegrees: 182.5,
        viewDegrees: 60,
        rangeMetres: 45,
        retentionDays: 30,
      },
    })
    expect(await city.count('camera')).toBe(0)
    expect((await city.take(body.mapping, bytes)).body).toMatchObject({ added: 3, rejected: {} })
    expect((await city.take({ kind: 'cameras' }, bytes)).body).toMatchObject({ import: null, unchanged: 3 })
  })

  it('lists the fields that the file lacks, and refuses an import without them', async () => {
    const file = 'id,name,lon,lat\n1,Torget,18.06,59.33\n2,Parken,18.07,59.34\n'
    const { body } = await city.preview({ kind: 'cameras' }, file)
    expect(body).toMatchObject({ missing: ['operator', 'purpose'], added: 2, rejected: {} })
    expect(codes(body)).toEqual(
      expect.arrayContaining(['status-unsaid', 'required-unsaid', 'id-column', 'columns']),
    )
    expect(problemOf(await city.take({ kind: 'cameras' }, file))).toMatchObject({
      code: 'invalid-mapping',
      problems: [{ field: 'defaults.operator' }, { field: 'defaults.purpose' }],
    })
    const defaults = { operator: 'Staden', purpose: 'Trygghet' }
    expect((await city.take({ kind: 'cameras', defaults }, file)).body).toMatchObject({ added: 2 })
  })

  it('counts the rejected rows of a whole file by reason, shows the first, and reports when all are rejected', async () => {
    const rows = Array.from({ length: 300 }, (_, k) => `${k},K${k},0,0\n`)
    const file = `id,name,lon,lat\n${rows.join('')}`
    const defaults = { operator: 'Staden', purpose: 'Trygghet' }
    const columns = { externalId: 'id', name: 'name', x: 'lon', y: 'lat' }
    const mapping = { kind: 'cameras', columns, defaults: { ...defaults, status: 'active' } }
    const { body } = await city.preview(mapping, file)
    expect(body).toMatchObject({ rowsRead: 300, added: 0, rejected: { 'no-position': 300 } })
    expect(body.notices[0]).toMatchObject({
      code: 'nothing-accepted',
      sv: 'Ingen av filens 300 rader kan tas in. 300 är fel på samma sätt (först rad 2, lon: båda koordinaterna är 0).',
    })
    expect(problemOf(await city.take(mapping, file))).toMatchObject({
      code: 'invalid-file',
      detail: expect.stringContaining("None of the file's 300 rows can be taken in"),
    })
  })

  it('asks for the order of day and month when all dates are ambiguous, and takes it from one that is not', async () => {
    const zone = (name: string, from: string, to: string) =>
      `${name},A 1,${from},${to},"POLYGON((674000 6580000,674100 6580000,674100 6580100,674000 6580000))"\n`
    const hints = { kind: 'patrol-zones', crs: 'EPSG:3006', defaults: { purpose: 'Ordning' } }
    const header = 'namn,tillståndsnr,giltig från,giltig till,yta\n'
    const tie = header + zone('A', '03/04/2026', '05/06/2027')
    const { body } = await city.preview(hints, tie)
    expect(body.question).toEqual({
      text: '03/04/2026',
      readings: [
        { dateFormat: 'd/M/yyyy', means: '2026-04-03' },
        { dateFormat: 'M/d/yyyy', means: '2026-03-04' },
      ],
    })
    expect(problemOf(await city.take(hints, tie)).problems).toMatchObject([{ field: 'dateFormat' }])
    const clear = header + zone('A', '03/04/2026', '05/06/2027') + zone('B', '03/04/2026', '31/12/2027')
    const read = await city.preview(hints, clear)
    expect(read.body).toMatchObject({ question: null, mapping: { dateFormat: 'd/M/yyyy' } })
    expect(
      read.body.examples.map(({ properties }: Json) => [properties.validFrom, properties.validTo]),
    ).toEqual([
      ['2026-04-03', '2027-06-05'],
      ['2026-04-03', '2027-12-31'],
    ])
  })

  it('ends a validity that names a month or a year with its last day', async () => {
    const file =
      'namn,nämnd,från,till,yta\nCentrum,Nämnden,2025,2028,"POLYGON((18.06 59.33,18.07 59.33,18.07 59.34,18.06 59.33))"\n'
    const mapping = {
      kind: 'focus-areas',
      columns: { position: 'yta', name: 'namn', owner: 'nämnd', programmeFrom: 'från', programmeTo: 'till' },
      dateFormat: 'yyyy',
    }
    const { body } = await city.preview(mapping, file)
    expect(body.examples[0].properties).toMatchObject({
      programmeFrom: '2025-01-01',
      programmeTo: '2028-12-31',
    })
  })

  it('shows where the rows lie relative to the city, and what the delivery would change', async () => {
    const columns = { externalId: 'id', name: 'name', x: 'lon', y: 'lat' }
    const defaults = { operator: 'Staden', purpose: 'Trygghet', status: 'active' }
    const mapping = { kind: 'cameras', columns, defaults }
    await city.take(mapping, 'id,name,lon,lat\n1,Torget,18.06,59.33\n2,Parken,18.07,59.34\n')
    const { body } = await city.preview(
      mapping,
      'id,name,lon,lat\n1,Torget N,18.06,59.33\n3,Bron,18.08,59.35\n',
    )
    expect(body).toMatchObject({
      added: 1,
      revised: 1,
      unchanged: 0,
      absent: [{ name: 'Parken', outcome: 'kept' }],
      extent: { file: [18.06, 59.33, 18.08, 59.35], city: null },
    })
    expect(await city.count('camera')).toBe(2)
  })

  it.each([
    [{ kind: 'moons' }, 'kind', /is one of cameras/],
    [{ kind: 'cameras', columns: { permit: 'x' } }, 'columns.permit', /is no property of cameras/],
    [{ kind: 'cameras', defaults: { owner: 'x' } }, 'defaults.owner', /is no property of cameras/],
    [{ kind: 'cameras', columns: { x: 'lon' } }, 'columns.y', /named together/],
    [
      { kind: 'cameras', columns: { x: 'lon', y: 'saknas' } },
      'columns.y',
      /no column "saknas"; it has id, lon/,
    ],
    [{ kind: 'cameras', crs: 'SWEREF' }, 'crs', /is an EPSG code/],
    [{ kind: 'cameras', missing: 'delete' }, 'missing', /is keep or close/],
    [
      { kind: 'cameras', columns: { x: 'lon', y: 'lat' }, statuses: { A: 'on' } },
      'statuses.A',
      /is one of planned/,
    ],
  ])('refuses a mapping that does not fit: %j', async (mapping, field, rule) => {
    const problem = problemOf(await city.preview(mapping, 'id,lon,lat\n1,18.06,59.33\n'))
    expect(problem).toMatchObject({
      code: 'invalid-mapping',
      problems: [{ field, rule: expect.stringMatching(rule) }],
    })
  })

  it('refuses more rows than a layer may hold, and a file of more than 64 MB', async () => {
    const rows = 'K,18.06,59.33\n'.repeat(50_001)
    expect(problemOf(await city.preview({ kind: 'cameras' }, `name,lon,lat\n${rows}`))).toMatchObject({
      code: 'too-large',
      detail: expect.stringContaining('50000 rows'),
    })
    const large = new Uint8Array(64 * 2 ** 20 + 1).fill(0x61)
    expect(problemOf(await city.preview({ kind: 'cameras' }, large)).code).toBe('too-large')
  })
})
