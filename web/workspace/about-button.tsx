import { useRef } from 'preact/hooks'
import { useTexts } from '../app/site-context.ts'
import { AboutDialog } from './about-dialog.tsx'

/** Opens the dialog of how the figures are counted. */
export function AboutButton() {
  const about = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button type="button" class="link-button" onClick={() => about.current?.showModal()}>
        {useTexts().app.about}
      </button>
      <AboutDialog dialog={about} />
    </>
  )
}
