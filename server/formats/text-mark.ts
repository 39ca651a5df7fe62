const APOSTROPHE = 0x27

/** A text without the apostrophe by which spreadsheets, and exports for them, mark a number or a date as text. */
export function withoutTextMark(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE ? text.slice(1) : text
}
