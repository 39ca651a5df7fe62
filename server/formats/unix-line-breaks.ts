const LONE_RETURNS = /\r(?!\n)/g

/**
 * The same text with `\n` in the place of each lone carriage return, by which old Macs end their lines. `\r\n` is left as it
 * is, so that every line keeps its number.
 */
export async function* unixLineBreaks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const text of texts) {
    const whole = held + text
    held = whole.endsWith('\r') ? '\r' : ''
    const piece = held === '' ? whole : whole.slice(0, -1)
    if (piece !== '') yield piece.includes('\r') ? piece.replace(LONE_RETURNS, '\n') : piece
  }
  if (held !== '') yield '\n'
}
