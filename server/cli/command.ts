import type { Config } from '../config/config.ts'
import type { SettingName } from '../config/settings.ts'
import type { Texts } from '../engine/texts.ts'
import type { ExitCode } from '../platform/exit-code.ts'

/** Somewhere that text goes; `isTTY` tells whether a person watches. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** What begins a city. */
export interface Setup {
  /** Path of the file that settings are kept in. */
  readonly envFile: string
  /** Asks the person at the terminal; null where nobody sits there. */
  readonly prompt: ((question: string) => Promise<string>) | null
  /** Puts settings in force for this command, over those of the environment; before `config` is first asked for. */
  settle(settings: Readonly<Record<string, string>>): void
  /** Whether the environment, or the file of settings, has one. */
  hasSetting(name: SettingName): boolean
}

/** What a command is given: where to write, the settings, and the way to what it needs, opened when first asked for. */
export interface CommandContext {
  readonly stdout: Output
  readonly stderr: Output
  /** Parsed once; throws DomainError `invalid-setting` when a setting is bad. */
  config(): Config
  /**
   * Either this process's own services, or, when a running server holds the embedded database, the way to that server.
   * Closed by the frame when the command ends.
   */
  open(): Promise<import('./session.ts').Session>
  /** The person and the settings of the command line, for what begins a city; absent where a command is run by others. */
  readonly setup?: Setup
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal
}

/** What a command says of itself. */
export interface CommandHelp {
  /** One line for the list of commands. */
  readonly summary: Texts
  /** The whole text of `--help`; begins with `Användning:` and `Usage:`. */
  readonly help: Texts
}

/** One command of the command line: one file exports one. */
export interface Command extends CommandHelp {
  /** As typed, for example `import` or `areas`. */
  readonly name: string
  run(argv: readonly string[], context: CommandContext): Promise<ExitCode>
}
