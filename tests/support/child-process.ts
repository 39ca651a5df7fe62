import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A TypeScript program in a process of its own. */
export interface RunningScript {
  readonly process: ChildProcess
  /** Its lines as they come. */
  readonly lines: AsyncIterableIterator<string>
  /** Ends it without warning, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
}

/** @param script URL of a TypeScript file */
export function runScript(script: URL, ...args: string[]): RunningScript {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    lines: lines as AsyncIterableIterator<string>,
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}
