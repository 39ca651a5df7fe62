import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Workspace } from './workspace.ts'

export const WorkspaceContext = createContext<Workspace | null>(null)

/** The workspace that the component lives in. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (workspace === null) throw new Error('A component of the page was rendered outside a workspace.')
  return workspace
}
