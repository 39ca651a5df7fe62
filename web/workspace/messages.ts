import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { workspaceEn } from './messages-en.ts'
import { type WorkspaceMessages, workspaceSv } from './messages-sv.ts'

export type WorkspaceTexts = Texts & WorkspaceMessages

export const workspaceMessages = createMessages<WorkspaceMessages>({ sv: workspaceSv, en: workspaceEn })
export const useWorkspaceMessages = (): WorkspaceTexts => useMessages(workspaceMessages)
