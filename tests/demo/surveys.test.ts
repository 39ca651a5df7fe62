import { booleanPointInPolygon } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { sharedDemoCity } from '../support/cities/demo-city.ts'
import { DEMO_SURVEYS } from '../../server/demo/layers/surveys.ts'
import { DISTRICTS } from '../../server/demo/plan/districts.ts'
import { MIN_RESPONDENTS } from '../../server/engine/disclosure/min-respondents.ts'
import { RESPONDENT_GROUPS, SURVEY_INDICATORS } from '../../server/surveys/messages.ts'

const safeIn = (district: string) =>
  DEMO_SURVEYS.find(
    (figure) =>
      figure.district === district &&
      figure.indicator === 'safe-outdoors-at-night' &&
      figure.wave === '2026' &&
      figure.group === 'all',
  )!

describe('the surveys of Exempelstad', () => {
  it('have two indicators in two waves for every district, known to the page', () => {
    const requested = DEMO_SURVEYS.map(({ indicator, wave, district }) => `${indicator} ${wave} ${district}`)
    expect(new Set(requested).size).toBe(2 * 2 * DISTRICTS.length)
    for (const { indicator, group } of DEMO_SURVEYS) {
      expect(SURVEY_INDICATORS).toHaveProperty([indicator])
      expect(RESPONDENT_GROUPS).toHaveProperty([group])
    }
  })

  it('have shares with margins, and some with too few respondents', () => {
    for (const { percent, marginPercent, answers } of DEMO_SURVEYS) {
      expect(percent).toBeGreaterThan(0)
      expect(percent).toBeLessThan(100)
      expect(marginPercent).toBeCloseTo(
        196 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / answers!),
        1,
      )
    }
    const disclosed = DEMO_SURVEYS.filter(({ answers }) => answers! >= MIN_RESPONDENTS)
    expect(disclosed.length).toBeGreaterThan(0.8 * DEMO_SURVEYS.length)
    expect(disclosed.length).toBeLessThan(DEMO_SURVEYS.length)
  })

  it('differ from reports: many and perceived safe, few and perceived unsafe', () => {
    const city = sharedDemoCity(6000)
    const reported = (name: string) => {
      const { planar } = city.areas.find((area) => area.properties.name === name)!
      return city.incidents.filter(({ xCm, yCm }) => booleanPointInPolygon([xCm / 100, yCm / 100], planar))
        .length
    }
    const [town, wood] = [reported('Tjärbryggan'), reported('Göktyteskogen')]
    expect(town / 5200).toBeGreaterThan((1.5 * wood) / 3300)
    expect(town).toBeGreaterThan(2.5 * wood)
    expect(safeIn('Tjärbryggan').percent).toBeGreaterThan(safeIn('Göktyteskogen').percent + 20)
  })
})
