import { describe, expect, it } from 'vitest'
import { detailIn } from '../../server/formats/messages/row-details.ts'
import { previewText } from '../support/cities/preview-city.ts'

const SOURCE = { id: 'polis', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const COLUMNS = {
  externalId: 'id',
  x: 'x',
  y: 'y',
  occurredFrom: 'from',
  occurredTo: 'to',
  category: 'typ',
  weight: 'n',
}
const MAPPING = { source: SOURCE, columns: COLUMNS, categories: { Stöld: 'theft' } }
const GOOD: readonly string[] = ['a', '18.06', '59.33', '2024-05-01T10:00', '', 'Stöld', '1']

/** What is wrong with a row that differs from a good one in a field. */
async function detailsOf(field: number, text: string, crs = 'EPSG:4326'): Promise<readonly string[]> {
  const rows = [GOOD.with(field, text), GOOD.with(0, 'b')].map((fields) => fields.join(';'))
  const csv = `id;x;y;from;to;typ;n\n${rows.join('\n')}\n`
  const found = await previewText(csv, { ...MAPPING, crs, csv: { delimiter: ';' } })
  return found.rejects.map(({ detail }) => detail)
}

describe('what is wrong with a row', () => {
  it.each([
    [1, '', 'koordinaten saknas'],
    [1, '18,06', '18,06: inget tal (decimalkomma: sätt csv.decimal till ",")'],
    [1, 'öst', 'öst: inget tal'],
    [1, '359', '359: 359, 59.33 är ingen longitud och latitud; är crs rätt?'],
    [3, '', 'är tomt'],
    [3, '1/5 2024', '1/5 2024: är ingen tid mellan 1900 och 2100 i formatet iso'],
    [
      3,
      '45413.5',
      '45413.5: är ingen tid mellan 1900 och 2100 i formatet iso (ett tal: sätt timeFormat till excel-1900 / excel-1904)',
    ],
    [4, '2024-04-30', '2024-04-30: slutar innan den börjar'],
    [5, 'Rån', 'Rån: är inte med i mappningen'],
    [6, '0', '0: är inget heltal från 1 till 1000000'],
    [6, '1;2', 'rubriken har 7 kolumner, raden 8'],
    [0, '"a', 'ett citattecken öppnas och stängs inte'],
  ])('in field %i (%s) is described in Swedish', async (field, text, swedish) => {
    const details = await detailsOf(field, text)
    expect(details.map((detail) => detailIn('sv', detail))).toContain(swedish)
    expect(details.map((detail) => detailIn('en', detail))).toEqual(details)
  })
})
