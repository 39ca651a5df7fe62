import type { ComponentChildren } from 'preact'
import { useTexts } from '../site-context.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

interface PageFrameProps {
  /** Class of the page's own style sheet. */
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** Header, the page's own content, footer. */
export function PageFrame({ class: own = '', children }: PageFrameProps) {
  const { app } = useTexts()
  return (
    <>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${own}`} id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  )
}
