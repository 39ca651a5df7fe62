import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useId, useMemo, useRef } from 'preact/hooks'
import { glossaryAddress } from '../app/route.ts'
import { useSite } from '../app/site-context.ts'
import type { GlossaryEntry } from './glossary-calls.ts'
import { GlossaryContext } from './glossary-store.ts'
import { useGlossaryMessages } from './messages.ts'
import styles from './terms.module.css'

/** Which text of a section links an entry: the first one that names it. */
type Claims = Map<string, string>

const SectionContext = createContext<Claims | null>(null)

/** A section of a page: each entry is linked once in it. */
export function TermSection({ children }: { readonly children: ComponentChildren }) {
  const claims = useMemo<Claims>(() => new Map(), [])
  return <SectionContext.Provider value={claims}>{children}</SectionContext.Provider>
}

/** A text with its words of the glossary linked, each where it first stands in the section. */
export function Terms({ children: text }: { readonly children: string }) {
  const store = useContext(GlossaryContext)
  const shared = useContext(SectionContext)
  const own = useMemo<Claims>(() => new Map(), [])
  const claims = shared ?? own
  const id = useId()
  useEffect(() => {
    store?.need()
    return () => {
      for (const [key, claimant] of claims) if (claimant === id) claims.delete(key)
    }
  }, [])
  if (store === null) return <>{text}</>
  const isFirst = (key: string) => {
    if (!claims.has(key)) claims.set(key, id)
    return claims.get(key) === id
  }
  return (
    <>
      {store.findTerms.value(text).map(({ text: part, key }) => {
        const entry = key === null ? undefined : store.entries.value.get(key)
        return entry !== undefined && isFirst(entry.key) ? (
          <TermLink key={entry.key} entry={entry} word={part} />
        ) : (
          part
        )
      })}
    </>
  )
}

const EDGE_PX = 12
const MIN_BELOW_PX = 220

interface TermLinkProps {
  readonly entry: GlossaryEntry
  readonly word: string
}

/** A word with its explanation, which opens beside it and leads on to the glossary. */
function TermLink({ entry, word }: TermLinkProps) {
  const { language } = useSite()
  const { glossary: messages } = useGlossaryMessages()
  const id = useId()
  const note = useRef<HTMLSpanElement>(null)
  const { name, text } = entry[language.value]
  const place = (button: HTMLElement) => {
    const { style } = note.current!
    const { left, top, bottom } = button.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    const width = Math.min(340, clientWidth - 2 * EDGE_PX)
    const isBelow = clientHeight - bottom > MIN_BELOW_PX || top < MIN_BELOW_PX
    style.width = `${width}px`
    style.left = `${Math.max(EDGE_PX, Math.min(left, clientWidth - EDGE_PX - width)) + scrollX}px`
    style.top = `${(isBelow ? bottom + 6 : top - 6) + scrollY}px`
    style.translate = isBelow ? 'none' : '0 -100%'
  }
  return (
    <>
      <button
        type="button"
        class={styles.term}
        popovertarget={id}
        onClick={({ currentTarget }) => place(currentTarget)}
      >
        {word}
      </button>
      <span ref={note} id={id} class={styles.note} popover="auto">
        <strong>{name}</strong>
        <span>{text}</span>
        <a href={glossaryAddress(language.value, entry.key)}>{messages.more}</a>
      </span>
    </>
  )
}
