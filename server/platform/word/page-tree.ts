import sax from 'sax'

/** An element of a page of ours. */
export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (PageElement | string)[]
}

interface Open extends PageElement {
  readonly children: (PageElement | string)[]
}

/** The elements of a page that this service wrote; not for pages from elsewhere. */
export function pageTree(markup: string): PageElement {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  const parser = sax.parser(false, { lowercase: true })
  Object.assign(parser, {
    onopentag({ name, attributes }: sax.Tag) {
      const element: Open = { name, attributes, children: [] }
      open.at(-1)!.children.push(element)
      open.push(element)
    },
    onclosetag() {
      open.pop()
    },
    ontext(text: string) {
      open.at(-1)!.children.push(text)
    },
  })
  parser.write(markup).close()
  return root
}

/** Every element below one, in the page's order. */
export function elementsIn(element: PageElement): readonly PageElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]))
}

export function hasClass({ attributes }: PageElement, name: string): boolean {
  return (attributes['class'] ?? '').split(' ').includes(name)
}

/** The letters of an element, with single blanks. */
export function textIn(element: PageElement | string): string {
  if (typeof element === 'string') return element.replaceAll(/\s+/g, ' ')
  return element.children.map(textIn).join('')
}
