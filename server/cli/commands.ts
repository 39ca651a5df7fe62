import { areasCommand } from './areas.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { check } from './check.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { importCommand } from './import.ts'
import { key } from './key.ts'
import { migrate } from './migrate.ts'
import { publish } from './publish.ts'
import { purge } from './purge.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { surveys } from './surveys.ts'
import { user } from './user.ts'
import { verify } from './verify.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  serve,
  importCommand,
  areasCommand,
  surveys,
  check,
  verify,
  publish,
  user,
  key,
  audit,
  demo,
  doctor,
  migrate,
  purge,
  backup,
  restore,
]
