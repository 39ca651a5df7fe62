import type { Engine } from '../composition/engine.ts'
import { createInProcessApi } from '../composition/in-process-api.ts'
import type { Storage } from '../composition/storage.ts'
import type { Config } from '../config/config.ts'
import type { DirectSession } from './session.ts'
import { languageOf } from './language.ts'

interface Deps {
  readonly storage: Storage
  readonly engine: () => Promise<Engine>
  readonly config: Pick<Config, 'publicUrl' | 'port'>
}

/** A session on the database itself; closing leaves storage and engine open. */
export function directSession({ storage, engine, config }: Deps) {
  const { call, close } = createInProcessApi({
    storage,
    engine,
    config,
    language: languageOf(process.env),
  })
  const session: DirectSession = { kind: 'direct', call, storage, engine }
  return { session, close }
}
