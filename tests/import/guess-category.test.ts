import { describe, expect, it } from 'vitest'
import { guessCategory } from '../../server/import/guess-category.ts'
import { codesOf, previewText } from '../support/cities/preview-city.ts'

describe('the category that a text means', () => {
  it.each([
    ['Stöld från motorfordon', 'theft'],
    ['Stöld i hotell', 'theft'],
    ['Personrån', 'robbery'],
    ['Inbrottsstöld i villa', 'burglary'],
    ['Mordbrand', 'arson_fire'],
    ['Misshandel, utomhus, mot man', 'violence'],
    ['Olaga hot', 'threat_harassment'],
    ['Sexuellt ofredande', 'sexual_offence'],
    ['Mopedstöld', 'theft'],
    ['Rattfylleri', 'other'],
    ['8 kap. 5 § brottsbalken', 'robbery'],
    ['BrB 3:5', 'violence'],
    ['Narkotikastrafflagen', 'drugs'],
    ['Larceny/Theft Offenses', 'theft'],
    ['Burglary/Breaking & Entering', 'burglary'],
    ['ASSAULT W/DANGEROUS WEAPON', 'violence'],
    ['THEFT F/AUTO', 'theft'],
    ['CRIM SEXUAL ASSAULT', 'sexual_offence'],
    ['Destruction/Damage/Vandalism of Property', 'vandalism'],
    ['Family Offenses, Nonviolent', 'other'],
    ['Driving Under the Influence', 'other'],
    ['vehicle_nuisance', 'vehicle_nuisance'],
    ['Trasig belysning', 'lighting_fault'],
  ])('%s: %s', (text, code) => {
    expect(guessCategory(text)).toEqual({ code, known: true, compound: [] })
  })

  it.each([
    ['Violence and sexual offences', 'violence', ['violence', 'sexual_offence']],
    ['Sexual offences and violence', 'violence', ['sexual_offence', 'violence']],
    ['Criminal damage and arson', 'vandalism', ['vandalism', 'arson_fire']],
    ['Våld/hot mot tjänsteman', 'violence', ['violence', 'threat_harassment']],
    ['Drunk and disorderly', 'public_drunkenness', ['public_drunkenness', 'disorder']],
  ])('of several kinds is never the sensitive one: %s', (text, code, compound) => {
    expect(guessCategory(text)).toEqual({ code, known: true, compound })
  })

  it.each(['Point', 'Rooftop', 'Open', 'Södermalm', 'x', ''])('is unknown for %s', (text) => {
    expect(guessCategory(text)).toEqual({ code: 'other', known: false, compound: [] })
  })
})

/** The preview of records, of which each column's texts come in turn. */
function previewOf(columns: Readonly<Record<string, readonly string[]>>) {
  const records = Array.from({ length: 40 }, (_, at) => {
    const texts = Object.entries(columns).map(([name, values]) => [name, values[at % values.length]])
    const [lon, lat] = [18.02 + at / 1000, 59.33]
    const properties = { id: `K${at}`, date: `2024-05-01T1${at % 10}:00`, ...Object.fromEntries(texts) }
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } }
  })
  return previewText(JSON.stringify({ type: 'FeatureCollection', features: records }))
}

describe('the column of categories', () => {
  it.each([
    ['OFFENSE', ['THEFT/OTHER', 'ROBBERY']],
    ['offence_type', ['Theft', 'Robbery']],
    ['crime', ['Theft', 'Robbery']],
    ['Brottstyp', ['Stöld', 'Rån']],
    ['brottskod', ['0365', '0412']],
    ['Händelse', ['Stöld', 'Rån']],
    ['Ärendetyp', ['Klotter', 'Nedskräpning']],
    ['NIBRS', ['23A', '120']],
    ['ucr_general', ['600', '300']],
    ['IUCR', ['0820', '031A']],
    ['vad', ['Stöld', 'Rån']],
  ])('is found as %s, beside others that look like codes', async (name, texts) => {
    const found = await previewOf({
      geocoder_quality: ['Rooftop', 'Street'],
      status: ['Open', 'Closed'],
      stadsdel: ['Södermalm', 'Kungsholmen'],
      [name]: texts,
    })
    expect([found.mapping, found.missing]).toMatchObject([{ columns: { category: name } }, []])
    expect(found.categories['other']).toBeUndefined()
  })

  it.each([
    [{}],
    [{ geocoder_quality: ['Rooftop', 'Street'] }],
    [{ status: ['Open', 'Closed'] }],
    [{ stadsdel: ['Södermalm', 'Kungsholmen'] }],
    [{ type: ['A', 'B'] }],
    [{ location_type: ['Force', 'BTP'] }],
    [{ theft_victim_sex: ['theft', 'robbery'] }],
  ])('is none of %o: all rows become other, with a notice', async (columns) => {
    const found = await previewOf(columns)
    expect(found).toMatchObject({ missing: ['category'], categories: { other: 40 } })
    expect(codesOf(found).slice(0, 2)).toContain('all-other')
    expect(codesOf(found)).toContain('category-missing')
  })

  it('gives notices of unknown texts, and of combined and sensitive categories', async () => {
    const crimes = ['Theft', 'Jaywalking', 'Violence and sexual offences', 'Rape']
    const found = await previewOf({ crime: crimes })
    const said = (code: string) => found.notices.find((notice) => notice.code === code)
    expect(said('category-unknown')!.sv).toContain('10 rader (25 %) blir Övrigt')
    expect(said('category-compound')!.en).toContain('violence and sexual_offence')
    expect(said('sensitive')!.en).toContain('10 rows (25 %)')
  })
})

describe('the id', () => {
  it.each([
    'RecordID',
    'uid',
    'diarienr',
    'dnr',
    'Ärendenummer',
    'case number',
    'Crime ID',
    'CCN',
    'K-nummer',
    'incident_number',
    'GlobalID',
  ])('is recognised as %s', async (name) => {
    const found = await previewText(
      `${name},crime,date,lon,lat\na1,Theft,2024-05-01 10:00,18.06,59.33\na2,Theft,2024-05-02 11:00,18.07,59.33\n`,
    )
    expect(found.mapping).toMatchObject({ columns: { externalId: name } })
    expect(codesOf(found)).not.toContain('id-renumbered')
  })

  it.each(['OBJECTID', 'fid', 'ogc_fid', 'löpnr'])('is %s with a warning', async (name) => {
    const found = await previewText(`${name},crime,date,lon,lat\n1,Theft,2024-05-01 10:00,18.06,59.33\n`)
    expect(found.mapping).toMatchObject({ columns: { externalId: name } })
    expect(codesOf(found)).toContain('id-renumbered')
  })

  it.each(['district_id', 'beat', 'stationsnummer', 'user id'])('is not %s', async (name) => {
    const found = await previewText(`${name},crime,date,lon,lat\n1,Theft,2024-05-01 10:00,18.06,59.33\n`)
    expect([found.mapping, codesOf(found).includes('id-missing')]).toMatchObject([
      { columns: { externalId: null } },
      true,
    ])
  })

  it('is taken with time, type and position where a case has several offences', async () => {
    const rows = ['c1,Theft', 'c1,Robbery', 'c2,Theft', 'c3,Theft'].map(
      (row) => `${row},2024-05-01 10:00,18.06,59.33`,
    )
    const found = await previewText(`case_number,crime,date,lon,lat\n${rows.join('\n')}\n`)
    expect(found.mapping).toMatchObject({
      columns: { externalId: ['case_number', 'date', 'crime', 'lon', 'lat'] },
    })
    expect([found.accepted, found.rejected, codesOf(found).includes('id-combined')]).toEqual([4, {}, true])
  })
})
