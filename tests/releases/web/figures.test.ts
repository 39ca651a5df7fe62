import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../web/i18n/texts.ts'
import { areaInSentence } from '../../../web/releases/area-in-sentence.ts'
import { periodsOf, seriesOfArea, type ShownCount } from '../../../web/releases/area-series.ts'
import { differs, perceivedSafetyInArea } from '../../../web/surveys/perceived-safety.ts'
import { perceivedSafetyText } from '../../../web/surveys/perceived-safety-text.ts'
import { inTurn, type IndexedRelease } from '../../../web/public-site/public-data.ts'
import { releaseMessages } from '../../../web/releases/messages.ts'
import { surveyMessages } from '../../../web/surveys/messages.ts'
import { reportedText } from '../../../web/releases/reported-text.ts'

const sv = releaseMessages.inLanguageOf(createTexts('sv'))
const en = releaseMessages.inLanguageOf(createTexts('en'))
const surveyTexts = surveyMessages.inLanguageOf(createTexts('sv'))

const release = (period: string, counts: Readonly<Record<string, ShownCount>>) => ({
  period,
  areaFigures: Object.entries(counts).map(([key, count]) => {
    const [area = '', register, group = ''] = key.split('/')
    return { area, register: register as 'police' | 'city', group, count }
  }),
})

describe('what was reported in an area', () => {
  const releases = [
    release('2026-Q1', { 'a/police/property': 45, 'a/city/environment': 'few', 'b/police/property': 900 }),
    release('2025', { 'a/police/people': 'not-covered' }),
    release('2025-Q4', { 'a/police/property': 'withheld' }),
  ]
  const series = seriesOfArea(releases, 'a')
  const sentenceOf = (index: number, texts = sv) => reportedText(series[index]!, 'Hamnstaden', texts)

  it('has each register and group separately, newest first, and nothing of other areas', () => {
    expect(series.map(({ register, group }) => `${register} ${group}`)).toEqual([
      'police people',
      'police property',
      'city environment',
    ])
    expect(series[1]?.figures).toEqual([
      { period: '2026-Q1', count: 45 },
      { period: '2025-Q4', count: 'withheld' },
    ])
    expect(periodsOf(series)).toEqual({ quarters: ['2026-Q1', '2025-Q4'], years: ['2025'] })
  })

  it('is a sentence with period, count, kind, receiver and area', () => {
    expect(sentenceOf(1)).toBe(
      'I januari–mars 2026 anmäldes omkring 45 egendomsbrott till polisen i Hamnstaden.',
    )
    expect(sentenceOf(1, en)).toBe(
      'In January–March 2026 about 45 property crimes were reported to the police in Hamnstaden.',
    )
  })

  it('says “the area” when its name is too long for each sentence', () => {
    expect(areaInSentence('Hamnstaden', sv)).toBe('Hamnstaden')
    const merged = areaInSentence('Repslagarbacken + Kranhamnen + Ångvisselstaden', sv)
    expect(reportedText(series[1]!, merged, sv)).toBe(
      'I januari–mars 2026 anmäldes omkring 45 egendomsbrott till polisen i området.',
    )
  })

  it('never shows a hidden count, nor zero for an uncovered area', () => {
    expect(sentenceOf(2)).toBe(
      'I januari–mars 2026 anmäldes färre än 5 brister i skötseln till staden i Hamnstaden.',
    )
    expect(sentenceOf(0)).toContain('Kan inte jämföras')
    expect(sentenceOf(0)).not.toMatch(/\b0\b/)
    const withheld = { ...series[1]!, figures: series[1]!.figures.slice(1) }
    expect(reportedText(withheld, 'Hamnstaden', sv)).toContain('visas inte')
  })
})

describe('how safe residents feel', () => {
  const perceivedSafety = (
    wave: string,
    percent: number | null,
    group = 'all',
    marginPercent: number | null = 4,
  ) => ({
    area: 'a',
    indicator: 'safe-outdoors-at-night',
    wave,
    group,
    percent,
    marginPercent,
    answers: percent === null ? null : 512,
    source: 'Trygghetsmätningen',
  })

  it('is taken once from several releases, newest wave first, groups separately', () => {
    const disclosed = [
      perceivedSafety('2025', 71),
      perceivedSafety('2023', 68),
      perceivedSafety('2025', 62, 'women'),
    ]
    const answers = perceivedSafetyInArea([{ felt: disclosed }, { felt: disclosed }], 'a')
    expect(answers).toHaveLength(1)
    expect(answers[0]?.waves.map(({ wave }) => wave)).toEqual(['2025', '2023'])
    expect(answers[0]?.groups.map(({ group }) => group)).toEqual(['women'])
    expect(perceivedSafetyInArea([{ felt: disclosed }], 'b')).toEqual([])
  })

  it('has wave, margin and number of respondents, and a change only where it is significant', () => {
    const [response] = perceivedSafetyInArea(
      [{ felt: [perceivedSafety('2025', 71), perceivedSafety('2023', 68)] }],
      'a',
    )
    expect(perceivedSafetyText(response!, surveyTexts)).toEqual([
      '71 % (± 4) känner sig trygga utomhus i sitt område sent på kvällen, enligt Trygghetsmätningen 2025 (512 svar).',
      'Förra gången, 2023: 68 % (± 4).',
      'Skillnaden är för liten för att avgöra om något har ändrats.',
    ])
    const [changed] = perceivedSafetyInArea(
      [{ felt: [perceivedSafety('2025', 71), perceivedSafety('2023', 60)] }],
      'a',
    )
    expect(perceivedSafetyText(changed!, surveyTexts).at(-1)).toBe('Skillnaden är större än felmarginalen.')
  })

  it('omits a share of too few respondents, and a change without margins', () => {
    const [few] = perceivedSafetyInArea(
      [{ felt: [perceivedSafety('2025', null), perceivedSafety('2023', 68)] }],
      'a',
    )
    expect(perceivedSafetyText(few!, surveyTexts)).toHaveLength(1)
    expect(perceivedSafetyText(few!, surveyTexts)[0]).toContain('För få svar')
    expect(differs(perceivedSafety('2025', 71, 'all', null), perceivedSafety('2023', 20))).toBeNull()
  })
})

describe('the loading order of releases', () => {
  it('is the newest quarter and year first, then those before them', () => {
    const listed = (key: string, kind: 'quarter' | 'year', to: string) =>
      ({ key, kind, to }) as IndexedRelease
    const { first, rest } = inTurn([
      listed('2025', 'year', '2025-12-31'),
      listed('2025-Q4', 'quarter', '2025-12-31'),
      listed('2026-Q1', 'quarter', '2026-03-31'),
      listed('2024', 'year', '2024-12-31'),
    ])
    expect(first.map(({ key }) => key)).toEqual(['2026-Q1', '2025'])
    expect(rest.map(({ key }) => key)).toEqual(['2025-Q4', '2024'])
  })
})
