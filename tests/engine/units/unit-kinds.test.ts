import { describe, expect, it } from 'vitest'
import { categoryIndex } from '../../../server/engine/snapshot/categories.ts'
import { FLAGS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import { UNIT_CLASSES, unitClassOf } from '../../../server/engine/units/unit-kinds.ts'

describe('the class of an incident', () => {
  const classOf = (code: string, setting: (typeof SETTINGS)[number], flags = 0) =>
    UNIT_CLASSES[unitClassOf(categoryIndex(code)!, flags, SETTINGS.indexOf(setting))]

  it('is open when it is known not to be in a dwelling', () => {
    expect(classOf('burglary', 'indoor_public')).toBe('open')
    expect(classOf('violence', 'outdoor')).toBe('open')
    expect(classOf('graffiti', 'unknown')).toBe('open')
  })

  it('is that of dwellings for people, theft and burglary of unknown setting', () => {
    for (const code of ['violence', 'threat_harassment', 'robbery', 'weapons', 'theft', 'burglary']) {
      expect(classOf(code, 'unknown')).toBe('dwelling')
    }
    expect(classOf('litter', 'dwelling')).toBe('dwelling')
  })

  it('is flagged for every flag and every sensitive category, whatever the setting', () => {
    for (const flag of Object.values(FLAGS)) expect(classOf('vandalism', 'dwelling', flag)).toBe('flagged')
    expect(classOf('sexual_offence', 'outdoor')).toBe('flagged')
  })
})
