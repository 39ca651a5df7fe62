import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { proposalEn } from './messages-en.ts'
import { type ProposalMessages, proposalSv } from './messages-sv.ts'

export type ProposalTexts = Texts & ProposalMessages

export const proposalMessages = createMessages<ProposalMessages>({ sv: proposalSv, en: proposalEn })
export const useProposalMessages = (): ProposalTexts => useMessages(proposalMessages)
