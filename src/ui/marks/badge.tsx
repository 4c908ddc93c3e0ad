import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'success' | 'caution' | 'danger' | 'info' | 'waiting' | 'neutral'

const marks: Record<Tone, IconName> = {
  success: 'success', caution: 'caution', danger: 'danger', info: 'info', waiting: 'waiting', neutral: 'clock',
}

type Props = { tone: Tone; icon?: IconName | null; children: ReactNode }

/** A status by colour, icon and word together. */
export function Badge({ tone, icon = marks[tone], children }: Props) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {icon && <Icon name={icon} size={14} />}
      <span>{children}</span>
    </span>
  )
}
