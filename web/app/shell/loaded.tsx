import type { ComponentChildren } from 'preact'
import { FailureNote } from './failure-note.tsx'
import type { Resource } from '../api/resource.ts'
import { useTexts } from '../site-context.ts'

interface LoadedProps<T> {
  readonly resource: Resource<T>
  readonly children: (value: T) => ComponentChildren
}

/** Renders a resource, or messages while it loads and when it fails. */
export function Loaded<T>({ resource, children }: LoadedProps<T>) {
  const { app } = useTexts()
  const { value, failure } = resource.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void resource.retry()} />
  if (value === null) return <p role="status">{app.loading}</p>
  return <>{children(value)}</>
}
