import { areasCommand } from './areas.ts'
import type { Command } from './command.ts'
import { check } from './check.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { importCommand } from './import.ts'
import { migrate } from './migrate.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  serve,
  importCommand,
  areasCommand,
  check,
  verify,
  demo,
  doctor,
  migrate,
]
