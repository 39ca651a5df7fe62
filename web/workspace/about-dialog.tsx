import type { RefObject } from 'preact'
import { ABOUT } from './about.ts'
import { accessibilityAddress } from '../app/route.ts'
import { useTexts } from '../app/site-context.ts'
import controls from '../ui/controls.module.css'
import dialogs from '../ui/dialogs.module.css'

/** The dialog on how figures are counted; restores focus when it closes. */
export function AboutDialog({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  const { app, language } = useTexts()
  return (
    <dialog ref={dialog} class={dialogs.dialog} aria-labelledby="about-title">
      <h2 id="about-title">{app.about}</h2>
      {ABOUT[language].map(({ heading, text }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <p>{text}</p>
        </section>
      ))}
      <p>
        <a href={accessibilityAddress(language)}>{app.accessibility}</a>
      </p>
      <form method="dialog">
        <button type="submit" class={controls.button}>
          {app.close}
        </button>
      </form>
    </dialog>
  )
}
