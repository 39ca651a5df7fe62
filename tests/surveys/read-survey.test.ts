import { describe, expect, it } from 'vitest'
import { readSurvey } from '../../server/surveys/read-survey.ts'
import { placeFigures } from '../../server/surveys/place-figures.ts'

const HEADER = 'indicator,wave,area,group,percent,margin,answers,source'
const ROW = 'safe-outdoors-at-night,2025,Öster,all,71.5,4.2,412,Trygghetsmätningen'

const problemsOf = (text: string) =>
  readSurvey(text).then(
    () => [],
    (error: { readonly code: string; readonly problems: readonly { field: string; rule: string }[] }) => {
      expect(error.code).toBe('invalid-file')
      return error.problems.map(({ field, rule }) => `${field}: ${rule}`)
    },
  )

const district = (id: number, name: string, validTo: string | null = null) => ({
  id,
  revision: 1,
  createdBy: null,
  planar: { type: 'Polygon' as const, coordinates: [] },
  properties: {
    kind: 'district' as const,
    name,
    validFrom: null,
    validTo,
    residents: null,
    visitors: null,
    exposureSource: null,
    derived: false,
  },
})

describe('a file of survey figures', () => {
  it('is read with a decimal point and commas, or a decimal comma and semicolons', async () => {
    const [swedish] = await readSurvey(
      `\uFEFF${HEADER.replaceAll(',', ';')}\n${ROW.replaceAll(',', ';').replaceAll('.', ',')}\n`,
    )
    const [english] = await readSurvey(`${HEADER}\r\n${ROW}\r\n`)
    expect(english).toEqual(swedish)
    expect(english).toEqual({
      line: 2,
      indicator: 'safe-outdoors-at-night',
      wave: '2025',
      area: 'Öster',
      group: 'all',
      percent: 71.5,
      marginPercent: 4.2,
      answers: 412,
      source: 'Trygghetsmätningen',
      publishedOn: null,
    })
  })

  it('may leave margin and answers empty, and say when it was published', async () => {
    const [figure] = await readSurvey(`${HEADER},published\ni,2025,Öster,all,70,,,S,2026-02-11\n`)
    expect(figure).toMatchObject({ marginPercent: null, answers: null, publishedOn: '2026-02-11' })
  })

  it.each([
    ['i,2025,Öster,all,,4,412,S', /^line 2: percent must/],
    ['i,2025,Öster,all,100.5,4,412,S', /^line 2: percent must/],
    ['i,2025,Öster,all,-1,4,412,S', /^line 2: percent must/],
    ['i,2025,Öster,all,70,many,412,S', /^line 2: margin must/],
    ['i,2025,Öster,all,70,4,4.5,S', /^line 2: answers must/],
    ['i,,Öster,all,70,4,412,S', /^line 2: wave must/],
    ['i,2025,Öster,all,70,4,412', /^line 2: the header has 8 columns, the row 7/],
  ])('is refused for %s', async (row, problem) => {
    expect(await problemsOf(`${HEADER}\n${row}\n`)).toEqual([expect.stringMatching(problem)])
  })

  it('is refused for all of its lines at once, and for a header that lacks a column', async () => {
    const bad = 'i,2025,Öster,all,x,4,412,S'
    expect(await problemsOf(`${HEADER}\n${bad}\n${ROW}\n${bad}\n`)).toHaveLength(2)
    await expect(readSurvey('indicator,wave\n')).rejects.toMatchObject({ code: 'invalid-file' })
    await expect(readSurvey('')).rejects.toMatchObject({ code: 'invalid-file' })
  })
})

describe('the districts of a file', () => {
  const read = (area: string, line = 2) => ({
    line,
    area,
    indicator: 'i',
    wave: '2025',
    group: 'all',
    percent: 70,
    marginPercent: null,
    answers: null,
    source: 'S',
    publishedOn: null,
  })
  const areas = [
    district(1, 'Öster', '2020-12-31'),
    district(2, 'Öster'),
    district(3, 'Väster'),
    district(4, 'Väster'),
  ]

  it('are found by id, or by a name: that of the district that is still valid', () => {
    const { figures, problems } = placeFigures([read('Öster'), read('3', 3)], areas)
    expect(figures.map(({ areaId }) => areaId)).toEqual([2, 3])
    expect(problems).toEqual([])
  })

  it('are refused when unknown, ambiguous or repeated', () => {
    const { figures, problems } = placeFigures(
      [read('Norr'), read('Väster', 3), read('Öster', 4), read('2', 5)],
      areas,
    )
    expect(figures).toHaveLength(1)
    expect(problems.map(({ field, rule }) => `${field}: ${rule}`)).toEqual([
      'line 2: area must be the name or id of a district',
      'line 3: area is the name of several districts: give its id',
      'line 5: repeats line 4: the same indicator, wave, area and group',
    ])
  })
})
