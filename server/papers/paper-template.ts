import { readFile, stat } from 'node:fs/promises'
import { DomainError } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'
import { CITY_LANGUAGE } from '../platform/messages.ts'
import {
  PAPER_KINDS,
  PAPER_SECTIONS,
  type Paper,
  type PaperKind,
  type PaperSection,
  type SectionKey,
} from './paper.ts'
import { isPlain } from '../platform/http/fields/text-fields.ts'
import { TEMPLATE_MESSAGES as MESSAGES } from './template-messages.ts'

/** The city's headings of a paper in its order, each section once. */
export type CityHeadings = readonly { readonly section: SectionKey; readonly heading: string }[]

/** Those of some papers. */
export type PaperTemplate = Readonly<Partial<Record<PaperKind, CityHeadings>>>

const SETTING = 'PAPER_TEMPLATE'
const MAX_HEADING_LENGTH = 100
/** All papers' headings at their longest are a twentieth of it. */
const MAX_BYTES = 256 * 1024

/** The city's headings of a paper in the city's language; null where it has none. */
export function headingsOf(
  template: PaperTemplate | null,
  { kind, language }: Pick<Paper, 'kind' | 'language'>,
): CityHeadings | null {
  return language === CITY_LANGUAGE ? (template?.[kind] ?? null) : null
}

/** Sections as the city orders them. */
export function inCityOrder(
  sections: readonly PaperSection[],
  headings: CityHeadings | null,
): readonly PaperSection[] {
  return headings?.map(({ section }) => sections.find(({ key }) => key === section)!) ?? sections
}

/**
 * Reads the city's template from its JSON file.
 *
 * @param path null = the city has none
 * @throws DomainError `invalid-setting` that says which paper and section is wrong, and how
 */
export async function readPaperTemplate(path: string | null): Promise<PaperTemplate | null> {
  if (path === null) return null
  const refuse = (what: Texts) => invalidTemplate(path, what)
  const text = await textOf(path, refuse)
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw refuse(MESSAGES.noJson((error as Error).message))
  }
  if (!isRecord(given)) throw refuse(MESSAGES.noObject)
  for (const [kind, sections] of Object.entries(given)) {
    const wrong = wrongIn(kind, sections)
    if (wrong !== null) throw refuse(wrong)
  }
  return given
}

async function textOf(path: string, refuse: (what: Texts) => DomainError): Promise<string> {
  try {
    if ((await stat(path)).size > MAX_BYTES) throw refuse(MESSAGES.tooLarge(MAX_BYTES / 1024))
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof DomainError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw refuse(code === 'ENOENT' ? MESSAGES.noFile : MESSAGES.notRead(message))
  }
}

/** What is wrong with the sections of a kind; null for nothing. */
function wrongIn(kind: string, sections: unknown): Texts | null {
  const known = PAPER_KINDS.find((own) => own === kind)
  if (known === undefined) return MESSAGES.unknownKind(kind, PAPER_KINDS)
  if (!Array.isArray(sections)) return MESSAGES.noList(kind)
  const keys: readonly string[] = PAPER_SECTIONS[known]
  const seen = new Set<string>()
  for (const entry of sections as readonly unknown[]) {
    const wrong = wrongEntry(kind, entry, keys, seen)
    if (wrong !== null) return wrong
    seen.add((entry as { readonly section: string }).section)
  }
  const left = keys.filter((key) => !seen.has(key))
  return left.length === 0 ? null : MESSAGES.missingSections(kind, left)
}

function wrongEntry(
  kind: string,
  entry: unknown,
  keys: readonly string[],
  seen: ReadonlySet<string>,
): Texts | null {
  if (!isRecord(entry) || typeof entry['section'] !== 'string') return MESSAGES.noEntry(kind)
  const { section, heading, ...others } = entry
  if (!keys.includes(section)) return MESSAGES.unknownSection(kind, section, keys)
  if (seen.has(section)) return MESSAGES.twice(kind, section)
  const [other] = Object.keys(others)
  if (other !== undefined) return MESSAGES.unknownField(kind, section, other)
  const isHeading =
    typeof heading === 'string' &&
    heading.trim() !== '' &&
    heading.length <= MAX_HEADING_LENGTH &&
    isPlain(heading) &&
    !/[\r\n\t]/.test(heading)
  return isHeading ? null : MESSAGES.noHeading(kind, section, MAX_HEADING_LENGTH)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalidTemplate(path: string, { sv, en }: Texts): DomainError {
  const line = (what: string) => `${SETTING}=${path}: ${what}.`
  return new DomainError(
    'invalid-setting',
    { sv: line(sv), en: line(en) },
    { problems: [{ field: SETTING, value: path, rule: en, sv }] },
  )
}
