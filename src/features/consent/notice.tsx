import type { ReactElement } from 'react'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import styles from './consent-text.module.css'

export const Notice = ({ icon, tone, children }: { icon: IconName; tone?: 'caution' | 'danger'; children: string | ReactElement }) => (
  <p className={styles.told} data-tone={tone}><Icon name={icon} size={20} /><span>{children}</span></p>
)
