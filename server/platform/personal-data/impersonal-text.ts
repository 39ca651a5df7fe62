import { z } from 'zod'
import { textField } from '../http/fields/text-fields.ts'
import { findPersonalData, type PersonalData } from './find-personal-data.ts'

const NAMES: Readonly<Record<PersonalData, string>> = {
  'identity-number': 'an identity number',
  plate: 'a registration plate',
  phone: 'a phone number',
  email: 'an e-mail address',
}

/** A text that names nobody: see `findPersonalData`. */
export function impersonalText(maxLength: number) {
  return textField(maxLength).superRefine((text, context) => refuse(context, text, []))
}

/** Fields of a body, none of whose texts, however deep, names anybody; the refusal names the field. */
export function impersonalFields<T extends z.ZodType>(body: T, fields: readonly string[]): T {
  return body.superRefine((given, context) => {
    for (const field of fields) refuseWithin(context, (given as Record<string, unknown>)[field], [field])
  })
}

type Path = readonly (string | number)[]

function refuseWithin(context: z.RefinementCtx, value: unknown, path: Path): void {
  if (typeof value === 'string') refuse(context, value, path)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      refuseWithin(context, inner, [...path, Array.isArray(value) ? Number(key) : key])
}

function refuse(context: z.RefinementCtx, text: string, path: Path): void {
  const found = findPersonalData(text)
  if (found === null) return
  const message = `must name nobody, and holds what looks like ${NAMES[found.kind]}: ${found.text}`
  context.addIssue({ code: 'custom', message, path: [...path] })
}
