import { releasedText, surveyText } from '../evidence/figure-text.ts'
import { useFigureTexts } from '../evidence/messages.ts'
import type { Picture } from './picture-calls.ts'
import { usePictureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'

/** Released figures and surveys as they stood when the picture was agreed or handed in; never one score. */
export function FrozenFigures({ figures }: { readonly figures: NonNullable<Picture['figures']> }) {
  const { pictures: messages, formats } = usePictureMessages()
  const texts = useFigureTexts()
  if (figures.released.length + figures.surveys.length === 0) return null
  return (
    <details class={prose.fold}>
      <summary>{messages.figures(formats.date(figures.at))}</summary>
      <ul>
        {figures.released.map((figure) => (
          <li key={`${figure.register} ${figure.group}`}>{releasedText(figure, texts)}</li>
        ))}
        {figures.surveys.map((figure) => (
          <li key={`${figure.indicator} ${figure.group}`}>{surveyText(figure, texts)}</li>
        ))}
      </ul>
    </details>
  )
}
