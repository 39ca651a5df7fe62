import { DomainError, type FieldProblem } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'
import { detailIn } from '../formats/messages/row-details.ts'
import type { LayerFile } from './layer-file.ts'
import { DELIVERY_MESSAGES as MESSAGES } from './messages.ts'

/** @throws DomainError `invalid-mapping` that names everything that a guess leaves to a person */
export function refuseUnfinished({ missing, question, likelySystems }: LayerFile): void {
  const left = missing.map((part): { field: string; rule: Texts; value?: unknown } => {
    if (part === 'position') return { field: 'columns.x', rule: MESSAGES.noPositions }
    if (part === 'crs')
      return { field: 'crs', rule: MESSAGES.crsNotSaid(likelySystems.map(({ reason }) => reason)) }
    return { field: `defaults.${part}`, rule: MESSAGES.notInFile }
  })
  if (question !== null) {
    const readings = question.readings.map(({ dateFormat, means }) => `${dateFormat} (${means})`)
    left.push({ field: 'dateFormat', value: question.text, rule: MESSAGES.severalReadings(readings) })
  }
  const [first] = left
  if (first === undefined) return
  const problems = left.map(({ rule, ...problem }) => ({ ...problem, rule: rule.en, sv: rule.sv }))
  const message = MESSAGES.leftToSay(first.field, first.rule, left.length - 1)
  throw new DomainError('invalid-mapping', message, { problems })
}

const MAX_PROBLEMS = 50

/** @throws DomainError `invalid-file` that says what is wrong with the rows of a file of which none can be used */
export function refuseUnusable({ features, notices, rejects }: LayerFile): void {
  if (features.length > 0) return
  const why = notices.find(({ code }) => code === 'nothing-accepted' || code === 'nothing-read')
  const problems = rejects.slice(0, MAX_PROBLEMS).map(({ line, column, reason, detail }): FieldProblem => {
    const field = `line ${line}${column === null ? '' : `, ${column}`}`
    return { field, rule: `${reason}: ${detail}`, sv: `${reason}: ${detailIn('sv', detail)}` }
  })
  const message = why === undefined ? MESSAGES.noRowUsable : { sv: why.sv, en: why.en }
  throw new DomainError('invalid-file', message, { problems })
}
