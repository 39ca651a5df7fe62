import sax from 'sax'
import { DomainError } from '../../engine/errors.ts'
import { GEOGRAPHIC_MESSAGES } from '../messages/geographic.ts'
import type { Texts } from '../../engine/texts.ts'

/** An element that stands open, and those that hold it. */
export interface XmlElement {
  /** Without its prefix, but for those of Google's extensions. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** What stands in it so far, without what stands in the elements that it holds. */
  readonly text: string
  readonly parent: XmlElement | null
}

/** What a reader of a kind of XML does; what it finds it keeps to itself. */
export interface XmlHandler {
  open?(element: XmlElement): void
  /** Pieces of text as they come; an element has them all in its `text` when it closes. */
  text?(text: string): void
  close(element: XmlElement): void
}

interface OpenElement extends XmlElement {
  text: string
  readonly parent: OpenElement | null
}

const { unreadable, onLine, badXml } = GEOGRAPHIC_MESSAGES
const MAX_DEPTH = 100
const MAX_TEXT_LENGTH = 2 ** 24

/**
 * Reads XML piece by piece; after each the caller gets a turn. Nothing is ever fetched, and no entity is known but those of
 * XML itself.
 *
 * @param what the file is called in refusals
 * @throws DomainError `invalid-file` with the line of what is wrong, for declarations of entities too
 */
export async function* readXml(
  texts: AsyncIterable<string>,
  what: Texts,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: true })
  const fail = (why: Texts): never => {
    throw new DomainError('invalid-file', unreadable(what, onLine(parser.line + 1, why)))
  }
  let top: OpenElement | null = null
  let depth = 0
  const onText = (text: string) => {
    if (top === null) return
    if (top.text.length + text.length > MAX_TEXT_LENGTH) fail(GEOGRAPHIC_MESSAGES.longText)
    top.text += text
    handler.text?.(text)
  }
  Object.assign(parser, {
    onopentag({ name, attributes }: sax.Tag) {
      if (++depth > MAX_DEPTH) fail(GEOGRAPHIC_MESSAGES.deep(MAX_DEPTH))
      top = { name: name.replace(/^(?!gx:)[^:]*:/, ''), attributes, text: '', parent: top }
      handler.open?.(top)
    },
    onclosetag() {
      const closed = top!
      depth--
      top = closed.parent
      handler.close(closed)
    },
    ontext: onText,
    oncdata: onText,
    ondoctype: () => fail(GEOGRAPHIC_MESSAGES.declares),
    onerror: ({ message }: Error) => fail(badXml(message.split('\n')[0]!.toLowerCase().replace(/\.$/, ''))),
  })
  for await (const text of texts) {
    parser.write(text)
    yield
  }
  parser.close()
}
