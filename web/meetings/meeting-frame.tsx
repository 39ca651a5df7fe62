import type { ComponentChildren } from 'preact'
import { PageFrame } from '../app/shell/page-frame.tsx'
import styles from './meeting-page.module.css'

/** Header, full-width content, footer. */
export function MeetingFrame({ children }: { readonly children: ComponentChildren }) {
  return <PageFrame class={styles.page}>{children}</PageFrame>
}
