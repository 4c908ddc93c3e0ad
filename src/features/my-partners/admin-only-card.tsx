import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Noted } from '../../ui/looks/noted.tsx'
import { Columns, Stack, Text } from '../../ui/looks/layout.tsx'

/** What may be decided role by role needs the whole width. */
export const sides = { of: 'minmax(0, 2fr) minmax(0, 3fr)', below: 900, gap: '5 6', align: 'start' } as const

/** A partner with requested or granted admin rights alone: it sells nothing (BR-101). */
export function AdminOnlyCard({ name, children }: { name: string; children: Elements }) {
  const { t } = useWords()
  return (
    <Card title={name} className="spans">
      <Columns {...sides}>
        <Stack gap={3} align="start">
          <Text tone="muted">{t('my-partners.admin_only')}</Text>
          <h3>{t('my-partners.may')}</h3>
          <Stack as="ul" gap={2}><Noted as="li" icon="shield">{t('my-partners.may.not_sell')}</Noted></Stack>
        </Stack>
        {children}
      </Columns>
    </Card>
  )
}
