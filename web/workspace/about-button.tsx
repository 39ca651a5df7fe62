import { useRef } from 'preact/hooks'
import { useTexts } from '../app/site-context.ts'
import { AboutDialog } from './about-dialog.tsx'
import controls from '../ui/controls.module.css'

/** Opens the dialog on how figures are counted. */
export function AboutButton() {
  const about = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button type="button" class={controls.linkButton} onClick={() => about.current?.showModal()}>
        {useTexts().app.about}
      </button>
      <AboutDialog dialog={about} />
    </>
  )
}
