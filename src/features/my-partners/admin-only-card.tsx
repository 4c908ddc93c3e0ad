import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Marked, Stack, Text } from '../../ui/looks/layout.tsx'
import styles from './my-partners.module.css'

/** A partner with requested or granted admin rights alone: it sells nothing (BR-101). */
export function AdminOnlyCard({ name, children }: { name: string; children: Elements }) {
  const { t } = useWords()
  return (
    <Card title={name} className={styles.spanning ?? ''}>
      <div className={styles.sides}>
        <Stack gap={3} align="start">
          <Text tone="muted">{t('my-partners.admin_only')}</Text>
          <h3>{t('my-partners.may')}</h3>
          <Stack as="ul" gap={2}>
            <Marked as="li"><Icon name="shield" /><span>{t('my-partners.may.not_sell')}</span></Marked>
          </Stack>
        </Stack>
        {children}
      </div>
    </Card>
  )
}
