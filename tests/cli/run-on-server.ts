import type { Command } from '../../server/cli/command.ts'
import { directSession } from '../../server/cli/direct-session.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { Config } from '../../server/config/config.ts'
import type { TestServer } from '../support/serving/start-server.ts'

/** The two ways of a command: on the database itself, and through the server that holds it. */
export const WAYS = ['direct', 'remote'] as const
export type Way = (typeof WAYS)[number]

/** Runs a command line against the city of a test's server, and gives what it wrote and its exit code. */
export function commandsOn(
  { server, way, config }: { readonly server: () => TestServer; readonly way: Way; readonly config: Config },
  commands: readonly Command[],
) {
  return async (...words: readonly string[]) => {
    const written = { out: '', err: '' }
    const code = await runCommand(words, commands, {
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
      config: () => config,
      open: async () => openSession(server(), way, config),
      signal: new AbortController().signal,
    })
    return { code, ...written }
  }
}

function openSession(server: TestServer, way: Way, config: Config) {
  if (way === 'remote') return server.operator
  return directSession({ ...server, engine: async () => server.engine, config }).session
}
