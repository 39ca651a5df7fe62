import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CityText } from '../../ui/city-text.tsx'
import { FiguresReport } from './figures-report.tsx'
import { HiddenReport } from './hidden-report.tsx'
import { useDeskMessages } from './messages.ts'
import { NextStep } from './next-step.tsx'
import type { ReleaseCalls, Release, WholeRelease } from './release-calls.ts'
import prose from '../../ui/prose.module.css'
import sections from '../../ui/sections.module.css'
import styles from './releases-page.module.css'

interface ReleaseViewProps {
  readonly release: WholeRelease
  readonly name: string
  readonly calls: ReleaseCalls
  /** Called after each step, also one that was refused because the state had changed. */
  readonly onStep: () => Promise<unknown>
}

/** One release: how far it has come, what comes next, and what it hides and why. */
export function ReleaseView({ release, name, calls, onStep }: ReleaseViewProps) {
  const { desk } = useDeskMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const failedIn = useSignal<Release['state'] | null>(null)
  useEffect(() => heading.current?.focus(), [release.id])
  const hasMoved = failedIn.value !== null && failedIn.value !== release.state
  return (
    <article class={styles.release} aria-labelledby="release-name">
      <p>
        <a href="#content">{desk.close}</a>
      </p>
      <h2 id="release-name" ref={heading} tabIndex={-1}>
        <CityText>{name}</CityText>
      </h2>
      <p class={prose.quiet}>
        {desk.states[release.state]} · {desk.kinds[release.kind]}
      </p>
      {hasMoved && (
        <p class={prose.note} role="alert">
          {desk.next.conflict}
        </p>
      )}
      <Steps release={release} />
      <NextStep
        release={release}
        name={name}
        calls={calls}
        onStep={onStep}
        onRefused={() => (failedIn.value = release.state)}
      />
      <HiddenReport release={release} />
      <FiguresReport contents={release.contents} />
    </article>
  )
}

function Steps({ release: { prepared, approved, published, withdrawn } }: { readonly release: Release }) {
  const { desk, formats } = useDeskMessages()
  const { steps } = desk
  const nameOf = ({ name }: Release['prepared']) => name ?? desk.operator
  const when = ({ at }: Release['prepared']) => formats.moment(at)
  return (
    <section class={sections.section} aria-labelledby="release-steps">
      <h3 id="release-steps">{steps.title}</h3>
      <ol class={styles.steps}>
        <li>{steps.prepared(nameOf(prepared), when(prepared))}</li>
        {approved !== null && <li>{steps.approved(nameOf(approved), when(approved))}</li>}
        {published !== null && <li>{steps.published(nameOf(published), when(published))}</li>}
        {withdrawn !== null && (
          <li>{steps.withdrawn(nameOf(withdrawn), when(withdrawn), withdrawn.reason)}</li>
        )}
      </ol>
    </section>
  )
}
