import { z } from 'zod'
import { invalidParameter } from '../../../engine/errors.ts'

const CURSOR_RULE = 'the next of an earlier answer'

/** A number of entries in a query, as its text. */
export function limitText(maxLimit: number) {
  const rule = `a whole number from 1 to ${maxLimit}`
  return z
    .string(rule)
    .regex(/^[1-9]\d{0,5}$/, rule)
    .refine((text) => Number(text) <= maxLimit, rule)
    .meta({ description: `How many at most: ${rule}.` })
}

/** The query parameters of a list. */
export function pageShape(defaultLimit: number, maxLimit: number) {
  return {
    limit: limitText(maxLimit).default(String(defaultLimit)).transform(Number),
    cursor: z
      .string(CURSOR_RULE)
      .regex(/^[A-Za-z0-9_-]{1,200}$/, CURSOR_RULE)
      .optional()
      .meta({ description: 'Where to go on: the `next` of the page before.' }),
  } as const
}

/** The paging fields of every list response. */
export const pageFields = {
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null at the end.' }),
  links: z.array(z.strictObject({ rel: z.string(), type: z.string(), href: z.url() })).meta({
    id: 'Links',
    description:
      'Whole addresses by relation: `self`, `items` (the list from its start), and `next` until the end.',
  }),
} as const

/** Headers of list responses. */
export const PAGE_HEADERS = { Link: 'The address of the next page (`rel="next"`), until the end.' } as const

/** Largest id of the database (int4). */
const MAX_POSITION = 2 ** 31 - 1

/** An opaque cursor that stands for a number. */
export function encodeCursor(position: number): string {
  return Buffer.from(`p${position}`).toString('base64url')
}

/** The number of a cursor; null when there is none. @throws DomainError `invalid-parameter` for an invalid one */
export function decodeCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null
  const text = Buffer.from(cursor, 'base64url').toString('latin1')
  const position = /^p\d{1,10}$/.test(text) ? Number(text.slice(1)) : Number.NaN
  if (!(position <= MAX_POSITION) || encodeCursor(position) !== cursor)
    throw invalidParameter('cursor', cursor, CURSOR_RULE)
  return position
}
