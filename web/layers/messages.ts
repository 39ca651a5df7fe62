import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { layerEn } from './messages-en.ts'
import { type LayerWords, layerSv } from './messages-sv.ts'

export type LayerTexts = Texts & LayerWords

export const layerMessages = createMessages<LayerWords>({ sv: layerSv, en: layerEn })
export const useLayerMessages = (): LayerTexts => useMessages(layerMessages)
