import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { layerEn } from './messages-en.ts'
import { type LayerMessages, layerSv } from './messages-sv.ts'

export type LayerTexts = Texts & LayerMessages

export const layerMessages = createMessages<LayerMessages>({ sv: layerSv, en: layerEn })
export const useLayerMessages = (): LayerTexts => useMessages(layerMessages)
