import { useEffect, useMemo } from 'preact/hooks'
import { createResource, type Resource } from './resource.ts'

/** A resource that loads when the component is first rendered; `retry` loads again. */
export function useResource<T>(request: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const resource = useMemo(() => createResource<T>(), [])
  useEffect(() => {
    void resource.load(request)
    return () => resource.clear()
  }, [resource])
  return resource
}
