import type { Command } from './command.ts'

/** Where each command is, in the order of the help: one that is called loads no other. */
const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  city: async () => (await import('./city.ts')).city,
  import: async () => (await import('./import.ts')).importCommand,
  units: async () => (await import('./units.ts')).units,
  areas: async () => (await import('./areas.ts')).areasCommand,
  layers: async () => (await import('./layers.ts')).layers,
  surveys: async () => (await import('./surveys.ts')).surveys,
  check: async () => (await import('./check.ts')).check,
  verify: async () => (await import('./verify.ts')).verify,
  publish: async () => (await import('./publish.ts')).publish,
  document: async () => (await import('./document.ts')).document,
  organisations: async () => (await import('./organisations.ts')).organisations,
  user: async () => (await import('./user.ts')).user,
  key: async () => (await import('./key.ts')).key,
  audit: async () => (await import('./audit.ts')).audit,
  demo: async () => (await import('./demo.ts')).demo,
  doctor: async () => (await import('./doctor.ts')).doctor,
  migrate: async () => (await import('./migrate.ts')).migrate,
  purge: async () => (await import('./purge.ts')).purge,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
}

/** The command of a name alone; every command for any other name, and for none. */
export function commandsFor(name: string | undefined): Promise<readonly Command[]> {
  const known = name !== undefined && Object.hasOwn(LOADERS, name)
  const loaders = known ? [LOADERS[name]!] : Object.values(LOADERS)
  return Promise.all(loaders.map((load) => load()))
}
