import type { ReactElement } from 'react'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import { Marked } from '../../ui/looks/layout.tsx'
import styles from './consent-text.module.css'

/** A sentence to be noticed, with its mark. */
export const Notice = ({ icon, tone, children }: { icon: IconName; tone?: 'caution' | 'danger'; children: string | ReactElement }) => (
  <Marked as="p" gap={3} align="start" breaks {...(tone && { box: `${tone}-soft`, pad: '3 4' })} className={styles.told}>
    <Icon name={icon} size={20} tone={tone ?? 'info'} /><span>{children}</span>
  </Marked>
)
