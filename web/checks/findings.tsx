import type { ComponentChildren } from 'preact'
import type { Evidence, Finding } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { FindingLine } from './finding-line.tsx'
import { findingsByGroup } from './findings-by-group.ts'
import { orderedFindings } from './leading-findings.ts'
import type { Spotlight } from './spotlight.ts'
import { useCheckMessages } from './messages.ts'
import styles from './findings.module.css'
import prose from '../ui/prose.module.css'

interface FindingsProps {
  readonly evidence: Evidence
  /** Shows the evidence with this id. */
  readonly onShow: (evidenceId: string) => void
  /** Where there is a map beside them; null without one. */
  readonly spotlight: Spotlight | null
}

/** The findings: first what tells the place from comparable ones, then the rest by group, folded. */
export function Findings({ evidence, onShow, spotlight }: FindingsProps) {
  const { check: messages, formats } = useCheckMessages()
  const { place, differences, compared, others } = orderedFindings(evidence)
  const line = (finding: Finding, heading = '') => (
    <FindingLine key={finding.id} finding={finding} heading={heading} onShow={onShow} spotlight={spotlight} />
  )
  return (
    <>
      <ul class={styles.findings}>{place.map((finding) => line(finding))}</ul>
      <section class={styles.group} data-part="differences">
        <h3>{messages.differs}</h3>
        {differences.length > 0 ? (
          <ul class={styles.findings}>{differences.map((finding) => line(finding))}</ul>
        ) : (
          <p>{compared ? messages.differsNowhere : messages.notCompared}</p>
        )}
      </section>
      {others.length > 0 && (
        <details class={`${prose.fold} ${styles.rest}`} data-part="other-findings">
          <summary>{messages.otherFindings(formats.count(others.length))}</summary>
          <Groups evidence={{ ...evidence, findings: others }} line={line} />
        </details>
      )}
    </>
  )
}

interface GroupsProps {
  readonly evidence: Evidence
  readonly line: (finding: Finding, heading: string) => ComponentChildren
}

function Groups({ evidence, line }: GroupsProps) {
  const categoryName = useCategoryName()
  const { check: messages } = useCheckMessages()
  return (
    <>
      {findingsByGroup(evidence).map(({ group, findings }) => {
        const heading = group === null ? messages.placeFindings : categoryName(group)
        return (
          <section key={group ?? ''} class={styles.group}>
            <h3>{heading}</h3>
            <ul class={styles.findings}>{findings.map((finding) => line(finding, heading))}</ul>
          </section>
        )
      })}
    </>
  )
}
