import { type Context, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The context of one store, and the hook that reads it. */
export function createStoreContext<T>(name: string): {
  readonly Provider: Context<T | null>['Provider']
  readonly useStore: () => T
} {
  const context = createContext<T | null>(null)
  return {
    Provider: context.Provider,
    useStore: () => {
      const store = useContext(context)
      if (store === null) throw new Error(`A component was rendered outside the provider of ${name}.`)
      return store
    },
  }
}
