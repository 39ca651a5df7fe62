import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withDrawing } from './draw-rooms.ts'

describe('the picture of rooms and arrows in ARCHITECTURE.md', () => {
  it('is drawn from the rules by npm run draw:rooms', () => {
    const document = readFileSync(join(import.meta.dirname, '../../ARCHITECTURE.md'), 'utf8')
    expect(withDrawing(document)).toBe(document)
  })

  it('is refused for a document without marks', () => {
    expect(() => withDrawing('# Without')).toThrow('<!-- rooms -->')
  })
})
