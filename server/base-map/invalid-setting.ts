import { DomainError } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'

/** The refusal of a setting in one line. @param what completes the sentence "VALUE …" */
export function invalidSetting(name: string, value: string, what: Texts): DomainError {
  const text = (rule: string) => `${name}=${value}: ${rule}.`
  return new DomainError(
    'invalid-setting',
    { sv: text(what.sv), en: text(what.en) },
    { problems: [{ field: name, value, rule: what.en, sv: what.sv }] },
  )
}
