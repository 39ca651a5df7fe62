import { useEffect, useMemo } from 'preact/hooks'
import { createResource, type Resource } from './resource.ts'

/** Something asked of the server once, when the component is first drawn; `retry` asks again. */
export function useResource<T>(request: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const resource = useMemo(() => createResource<T>(), [])
  useEffect(() => {
    void resource.load(request)
    return () => resource.clear()
  }, [resource])
  return resource
}
