import { areaInSentence } from './area-in-sentence.ts'
import type { AreaSeries } from './area-series.ts'
import type { ReleaseArea } from './release.ts'
import { reportedText } from './reported-text.ts'
import { useReleaseMessages } from './messages.ts'
import styles from './reported-section.module.css'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'

interface ReportedSectionProps {
  readonly area: ReleaseArea
  readonly series: readonly AreaSeries[]
}

/** The reports in an area: one sentence for each register and group, and limitations. */
export function ReportedSection({ area, series }: ReportedSectionProps) {
  const texts = useReleaseMessages()
  const { reported } = texts
  const hidden = series.some(({ figures }) => figures[0]?.count === 'few')
  const groups = [...new Set(series.map(({ group }) => group))]
  return (
    <section class={sections.section} aria-labelledby="reported-title">
      <h2 id="reported-title">{reported.title}</h2>
      {series.length === 0 ? (
        <p>{reported.none}</p>
      ) : (
        <>
          <p class={prose.hint}>{reported.lead}</p>
          <ul class={sections.sentences}>
            {series.map((one) => (
              <li
                key={`${one.register}-${one.group}`}
                class={one.figures[0]?.count === 'not-covered' ? sections.notCovered : ''}
              >
                {reportedText(one, areaInSentence(area.name, texts), texts)}
              </li>
            ))}
          </ul>
          <p class={`${prose.caveat} ${styles.caveat}`}>{reported.caveat}</p>
          <details class={prose.fold}>
            <summary>{reported.includesTitle}</summary>
            <dl class={styles.includes}>
              {groups.map((group) => (
                <div key={group}>
                  <dt>{reported.what[group] ?? group}</dt>
                  <dd>{reported.includes[group] ?? ''}</dd>
                </div>
              ))}
            </dl>
          </details>
          <details class={prose.fold} open={hidden}>
            <summary>{reported.fewTitle}</summary>
            <p>{reported.fewText}</p>
          </details>
        </>
      )}
    </section>
  )
}
