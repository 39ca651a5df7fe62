import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../web/i18n/formats.ts'
import { createTexts } from '../../../web/i18n/texts.ts'
import { featureText } from '../../../web/layers/feature-text.ts'
import type { MapFeature } from '../../../web/layers/map-feature.ts'
import { layerMessages } from '../../../web/layers/messages.ts'

const nameOf = (code: string) => ({ robbery: 'Rån' })[code] ?? code
const inStockholm = {
  ...layerMessages.inLanguageOf(createTexts('sv')),
  formats: createFormats('sv', 'Europe/Stockholm'),
}
const textOf = (layer: MapFeature['layer'], properties: MapFeature['properties']) =>
  featureText({ layer, properties }, inStockholm, nameOf)

describe('a map feature in words', () => {
  it('has its kind, name and case number', () => {
    expect(textOf('cameras', { name: 'Torget NV' })).toEqual({
      what: 'Trygghetskamera',
      name: 'Torget NV',
      caseNumber: null,
    })
    expect(textOf('proposals', { title: 'Bänkar', caseNumber: 'Dnr 7' })).toEqual({
      what: 'Förslag',
      name: 'Bänkar',
      caseNumber: 'Dnr 7',
    })
  })

  it('has the category, time, precision and weight of an incident', () => {
    const from = Date.UTC(2026, 9, 3, 20, 15) / 60_000
    const incident = { category: 'robbery', from, precision: 'street', weight: 1 }
    expect(textOf('incidents', incident).what).toBe('Rån, 3 okt. 2026 22:15, känd på gatan')
    expect(textOf('incidents', { ...incident, weight: 12 }).what).toMatch(/, står för 12 händelser$/)
  })
})
