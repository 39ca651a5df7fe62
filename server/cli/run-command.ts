import { type ExitCode, exitCodeOf } from '../platform/exit-code.ts'
import type { Command, CommandContext } from './command.ts'
import { type CommandLanguage, languageOf } from './language.ts'
import { faultLine } from './fault-line.ts'
import { CALL_MESSAGES } from './usage-messages.ts'

/**
 * Runs the command that the words name.
 *
 * @param argv the words after the program's name
 * @returns 0 done, 1 the input is at fault, 2 the call is, 3 the system; an error is told in one line on stderr
 */
export async function runCommand(
  argv: readonly string[],
  commands: readonly Command[],
  context: CommandContext,
): Promise<ExitCode> {
  const [name, ...rest] = argv
  const language = languageOf(process.env)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    context.stdout.write(overview(commands, language))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) {
    context.stderr.write(`${CALL_MESSAGES.noCommand(JSON.stringify(name))[language]}\n`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    context.stdout.write(`${command.help[language].trimEnd()}\n`)
    return 0
  }
  try {
    return await command.run(rest, context)
  } catch (error) {
    context.stderr.write(`${faultLine(error, name, language)}\n`)
    return exitCodeOf(error)
  }
}

function overview(commands: readonly Command[], language: CommandLanguage): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[language]}`)
  return [CALL_MESSAGES.usage[language], '', ...lines, '', CALL_MESSAGES.more[language], ''].join('\n')
}
