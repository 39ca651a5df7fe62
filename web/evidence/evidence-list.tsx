import { useMemo } from 'preact/hooks'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { SureButton } from '../work/sure-button.tsx'
import { AttachForm } from './attach-form.tsx'
import { createEvidenceCalls, type EvidenceItem } from './evidence-calls.ts'
import { evidenceLink, evidenceText, goneText } from './evidence-text.ts'
import { useFigureTexts } from './messages.ts'
import styles from './evidence.module.css'

interface EvidenceListProps {
  /** The problem or cause that it is about. */
  readonly about: {
    readonly id: number
    readonly areaId: number
    readonly audience: EvidenceItem['audience']
  }
  readonly evidence: readonly EvidenceItem[]
  readonly mayWrite: boolean
  readonly onDone: () => Promise<unknown>
}

/** What a problem or a cause rests on, one line each; what is no longer there says so. */
export function EvidenceList({ about, evidence, mayWrite, onDone }: EvidenceListProps) {
  const { http } = useSite()
  const calls = useMemo(() => createEvidenceCalls(http), [])
  const own = evidence.filter(({ partOf }) => partOf === about.id)
  return (
    <>
      {own.length > 0 && (
        <ul class={styles.list} data-part="evidence-list">
          {own.map((item) => (
            <EvidenceLine
              key={item.id}
              item={item}
              {...(mayWrite && {
                onRemove: async () => {
                  await calls.remove(item)
                  await onDone()
                },
              })}
            />
          ))}
        </ul>
      )}
      {mayWrite && <AttachForm about={about} calls={calls} onDone={onDone} />}
    </>
  )
}

interface EvidenceLineProps {
  readonly item: EvidenceItem
  readonly onRemove?: () => Promise<unknown>
}

function EvidenceLine({ item, onRemove }: EvidenceLineProps) {
  const texts = useFigureTexts()
  const { evidence: messages, language } = texts.evidence
  const link = evidenceLink(item, language)
  const text = evidenceText(item, texts)
  return (
    <li>
      <span class={styles.kind}>{messages.kinds[item.pointer.kind]}</span>{' '}
      {link === null ? (
        text
      ) : (
        <a href={link} rel="noreferrer">
          {text}
        </a>
      )}
      {item.text !== null && (
        <>
          {' – '}
          <CityText>{item.text}</CityText>
        </>
      )}
      {item.audience === 'authorities' && <span class={styles.staff}>{messages.staffOnly}</span>}
      {!item.exists && <p class={styles.gone}>{goneText(item, texts)}</p>}
      {onRemove !== undefined && <SureButton label={messages.remove} isQuiet onSure={onRemove} />}
    </li>
  )
}
