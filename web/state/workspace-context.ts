import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Texts } from '../i18n/texts.ts'
import type { Workspace } from './workspace.ts'

export const WorkspaceContext = createContext<Workspace | null>(null)

/** The workspace that the component lives in. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (workspace === null) throw new Error('A component of the page was rendered outside a workspace.')
  return workspace
}

/** The words of the chosen language; the component is drawn again when it changes. */
export function useTexts(): Texts {
  return useWorkspace().texts.value
}
