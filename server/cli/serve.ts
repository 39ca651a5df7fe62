import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

/** Runs the server until it is told to stop. */
export const serve: Command = {
  name: 'serve',
  summary: 'Run the server (npm start does this and builds the page too)',
  help: 'Usage: lagesbild serve\n\nRuns the server in the foreground. Ctrl-C or SIGTERM ends it cleanly.',
  async run(argv) {
    parseArgs({ args: [...argv], options: {} })
    const { main } = await import('../main.ts')
    return main()
  },
}
