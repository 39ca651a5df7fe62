import pg from 'pg'
import { vi } from 'vitest'

/** The statements that the methods of repositories send, by method, each once, in the order of the first time. */
export interface StatementRecorder {
  /** The same methods; what each of them sends is recorded under its name. */
  of<T extends object>(name: string, methods: T): T
  /** Everything recorded, as a file of SQL. @throws Error that names the methods that were not called */
  text(): string
}

type Method = (...args: readonly unknown[]) => unknown

/** Records what goes to the drivers of both databases until the mocks are restored. One method is called at a time. */
export function recordStatements(): StatementRecorder {
  const sent = new Map<string, Set<string>>()
  let current: Set<string> | null = null
  const query = pg.Client.prototype.query as unknown as Method
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: unknown, ...args: unknown[]) {
    const text = textOf(args[0])
    if (!IN_PASSING.test(text)) current?.add(withoutValues(text))
    return query.apply(this, args) as never
  })

  /** Runs a method while what is sent counts as its own. */
  function during(name: string, work: () => unknown): unknown {
    const before = current
    current = sent.get(name)!
    const result = work()
    // A transaction of knex is no Promise, but it can be awaited like one.
    if (typeof (result as PromiseLike<unknown>)?.then !== 'function') {
      current = before
      return result
    }
    return Promise.resolve(result).finally(() => {
      current = before
    })
  }

  return {
    of(name, methods) {
      const recorded = Object.entries(methods).map(([key, method]: [string, unknown]) => {
        if (typeof method !== 'function') return [key, method]
        const full = `${name}.${key}`
        if (!sent.has(full)) sent.set(full, new Set())
        return [key, (...args: unknown[]) => during(full, () => (method as Method)(...args))]
      })
      return Object.fromEntries(recorded) as typeof methods
    },
    text() {
      const silent = [...sent].flatMap(([name, statements]) => (statements.size === 0 ? [name] : []))
      if (silent.length > 0) throw new Error(`Nothing was sent by ${silent.join(', ')}.`)
      return [...sent].map(([name, statements]) => `-- ${name}\n${[...statements].join('\n\n')}\n`).join('\n')
    },
  }
}

/** What goes with statements by the way: deadlines, and how a connection to the embedded database begins. */
const IN_PASSING = /^(SET statement_timeout|DISCARD ALL|ROLLBACK;?$)/

/** A statement, one with values, or a COPY. */
function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return (query as { readonly text: string }).text
}

/**
 * A statement without what differs each time: transaction ids (a COPY takes no values, so they stand in its text),
 * numbers of savepoints, names of databases.
 */
function withoutValues(text: string): string {
  const same = text
    .replaceAll(/'[^']*'::(xid8\[\]|pg_snapshot)/g, "'…'::$1")
    .replaceAll(/SAVEPOINT trx\d+/g, 'SAVEPOINT …')
    .replaceAll(/ON DATABASE "[^"]+"/g, 'ON DATABASE …')
    .trim()
  return same.endsWith(';') ? same : `${same};`
}
