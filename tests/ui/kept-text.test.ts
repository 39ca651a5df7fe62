import { type ContainerNode, h, render } from 'preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Signal } from '@preact/signals'
import { useKeptText } from '../../web/ui/kept-text.ts'

/** A place to render what has no elements. */
const container = () => ({ nodeType: 1, childNodes: [], firstChild: null }) as unknown as ContainerNode

describe('a kept text', () => {
  const stored = new Map<string, string>()
  beforeEach(() => {
    stored.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    })
  })
  afterEach(() => void vi.unstubAllGlobals())

  /** A field whose name can change while it is shown. */
  function openField() {
    const parent = container()
    let text!: Signal<string>
    const Field = ({ name }: { readonly name: string }) => {
      text = useKeptText(name)
      return null
    }
    return (name: string) => {
      render(h(Field, { name }), parent)
      return text
    }
  }

  it('is stored under its name until it is emptied', async () => {
    const text = openField()('decision of meeting 3')
    text.value = 'A lamp.'
    await expect.poll(() => [...stored]).toEqual([['kept:decision of meeting 3', 'A lamp.']])
    expect(openField()('decision of meeting 3').value).toBe('A lamp.')
    text.value = ''
    expect([...stored]).toEqual([])
  })

  it('is not stored under another name when the name of its field changes', async () => {
    stored.set('kept:decision of meeting 4', 'A fence.')
    const show = openField()
    show('decision of meeting 3').value = 'A lamp.'
    await expect.poll(() => stored.get('kept:decision of meeting 3')).toBe('A lamp.')
    const other = show('decision of meeting 4')
    expect(other.value).toBe('A fence.')
    other.value = 'A taller fence.'
    await expect.poll(() => stored.get('kept:decision of meeting 4')).toBe('A taller fence.')
    expect(stored.get('kept:decision of meeting 3')).toBe('A lamp.')
  })
})
