import { describe, expect, it } from 'vitest'
import type { CommandContext } from '../../server/cli/command.ts'
import { demo } from '../../server/cli/demo.ts'
import { parseConfig } from '../../server/config/config.ts'

/** A context for a command that must not open any database. */
function listen(env: Record<string, string>) {
  const written: string[] = []
  const context: CommandContext = {
    stdout: { write: (text) => written.push(text) },
    stderr: { write: () => {} },
    config: () => parseConfig(env),
    open: () => Promise.reject(new Error('the database was asked for')),
    signal: new AbortController().signal,
  }
  return { written, context }
}

describe('lagesbild demo', () => {
  it('prints every claim and that it is met, without a database', async () => {
    const { written, context } = listen({})
    expect(await demo.run([], context)).toBe(0)
    expect(written.join('')).toMatch(/kandelabergatan .* met\)/)
    expect(written.join('')).not.toContain('MISSED')
  })

  it('prints the same as JSON', async () => {
    const { written, context } = listen({})
    await demo.run(['--json'], context)
    const truth = JSON.parse(written.join(''))
    expect(truth.spots).toHaveLength(9)
    expect(truth.measured.length).toBeGreaterThan(15)
  })

  it('never rebuilds a real city', async () => {
    const { context } = listen({ DEMO: 'off' })
    await expect(demo.run(['--rebuild'], context)).rejects.toMatchObject({ code: 'demo-refused' })
  })
})
