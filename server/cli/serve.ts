import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { SERVE_HELP } from './help/serve-help.ts'

/** Runs the server until it is told to stop. */
export const serve: Command = {
  name: 'serve',
  ...SERVE_HELP,
  async run(argv) {
    parseArgs({ args: [...argv], options: {} })
    const { main } = await import('../main.ts')
    return main()
  },
}
