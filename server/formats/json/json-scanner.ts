import { DomainError } from '../../engine/errors.ts'
import { JSON_MESSAGES } from '../messages/json.ts'
import type { Texts } from '../../engine/texts.ts'

const MAX_ELEMENT = 1_000_000

/** The text of one record, and where it stands. */
export interface JsonElement {
  /** Line of a text of its own; of an element of a list its ordinal, from 1. */
  readonly line: number
  readonly text: string
}

/** Cuts the texts of records out of JSON as it arrives. */
export interface JsonScanner {
  push(text: string): JsonElement[]
  /**
   * What is left at the end of the file.
   *
   * @throws DomainError `invalid-file` when the file ended too early
   */
  end(): JsonElement[]
}

/** @throws DomainError `invalid-file` for a record of more than 1,000,000 characters */
export function refuseLong(length: number): void {
  if (length > MAX_ELEMENT) throw invalid(JSON_MESSAGES.longRecord(MAX_ELEMENT))
}

export function invalid(texts: Texts): DomainError {
  return new DomainError('invalid-file', texts)
}

/** Counts line breaks of a part of a text. */
export function countBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
