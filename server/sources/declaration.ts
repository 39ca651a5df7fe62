import { z } from 'zod'
import { ROLES } from '../platform/access/audience.ts'
import { textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { DomainError } from '../engine/errors.ts'
import type { Source, SourceBoard } from '../engine/snapshot/source.ts'
import type { SourceRepository } from './repository.ts'
import { REGISTERS } from '../engine/disclosure/registers.ts'

const MAX_NAME_LENGTH = 200
const MAX_BOARDS = 100
const DATE_RULE = 'is a date, for example 2026-03-01'
/** Any year from 1 on: some use 9999-12-31 for no end. */
const isoDate = z.iso.date({ error: DATE_RULE, abort: true }).refine((day) => day >= '0001', DATE_RULE)

/** The declaration that a source needs before its first import. */
export const sourceDeclarationSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, {
      error: 'is 1 to 63 of a–z, 0–9, dot, hyphen, underscore, and begins with a letter or digit',
    }),
    title: textField(MAX_NAME_LENGTH).optional(),
    register: z.enum(REGISTERS, `is one of ${REGISTERS.join(', ')}`).default('other'),
    controller: textField(MAX_NAME_LENGTH),
    legalBasis: textField(1000),
    agreement: textField(MAX_NAME_LENGTH).nullable().default(null),
    purpose: textField(1000),
    audiences: z.array(z.enum(ROLES)).min(1).default(['planner', 'coordinator', 'analyst']),
    boards: z
      .array(
        z.strictObject({
          organisation: z
            .union(
              [wholeNumber(1, 2 ** 31 - 1), textField(MAX_NAME_LENGTH)],
              'the id or name of an organisation',
            )
            .meta({ description: 'Id or name.' }),
          ground: textField(MAX_NAME_LENGTH).meta({ description: 'The statute or agreement, in words.' }),
        }),
      )
      .min(1, 'at least one organisation, or null for all of them')
      .max(MAX_BOARDS, `at most ${MAX_BOARDS} organisations`)
      .nullable()
      .default(null)
      .meta({ description: 'The organisations whose staff may read it and on what ground; null = all.' }),
    citable: z
      .boolean('true or false')
      .default(true)
      .meta({ description: 'Whether documents may cite its released figures.' }),
    retentionDays: wholeNumber(1, 36_500).nullable().default(null),
    coversFrom: isoDate.nullable().default(null),
    coversTo: isoDate.nullable().default(null),
    coversAreaId: wholeNumber(1, 2 ** 31 - 1)
      .nullable()
      .default(null),
  })
  .refine(({ coversFrom, coversTo }) => coversFrom === null || coversTo === null || coversFrom <= coversTo, {
    path: ['coversTo'],
    error: 'must not be before coversFrom',
  })

export type SourceDeclaration = z.output<typeof sourceDeclarationSchema>

/**
 * A declared source as stored: the title defaults to the id, and organisations are found by id or name.
 *
 * @throws DomainError `unprocessable` that names the organisations that are not there
 */
export async function declaredSource(
  { boards, title, ...declaration }: SourceDeclaration,
  sources: Pick<SourceRepository, 'organisations'>,
): Promise<Source> {
  return {
    ...declaration,
    title: title ?? declaration.id,
    boards: boards && boardsOf(boards, await sources.organisations()),
  }
}

function boardsOf(
  declared: NonNullable<SourceDeclaration['boards']>,
  organisations: Awaited<ReturnType<SourceRepository['organisations']>>,
): readonly SourceBoard[] {
  const found = declared.map(({ organisation, ground }, at) => {
    const known = organisations.find(({ id, name }) =>
      typeof organisation === 'number' ? id === organisation : folded(name) === folded(organisation),
    )
    return { at, organisation, board: known && { organisation: known.id, ground } }
  })
  const missing = found.filter(({ board }) => board === undefined)
  if (missing.length > 0) throw noSuchOrganisation(missing)
  const boards = found.flatMap(({ board }) => board ?? [])
  return [...new Map(boards.map((board) => [board.organisation, board])).values()].toSorted(
    (a, b) => a.organisation - b.organisation,
  )
}

function folded(name: string): string {
  return name.trim().toLowerCase()
}

function noSuchOrganisation(
  missing: readonly { readonly at: number; readonly organisation: number | string }[],
): DomainError {
  const rule = 'is no organisation; add it first (Administration, or lagesbild organisations add)'
  return new DomainError('unprocessable', `boards: ${missing[0]!.organisation} ${rule}`, {
    problems: missing.map(({ at, organisation }) => ({
      field: `boards.${at}.organisation`,
      value: organisation,
      rule,
    })),
  })
}
