import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSourceMessages } from './messages.ts'
import { SourcesSection } from './sources-section.tsx'

/** Who may read which source, for analysts; administrators have it in their administration. */
export function SourcesPage() {
  const { sourceAccess: messages } = useSourceMessages()
  useTitle(messages.title)
  return (
    <PageFrame>
      <h1>{messages.title}</h1>
      <SourcesSection />
    </PageFrame>
  )
}
