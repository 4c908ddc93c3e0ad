import type { GdapRelationshipDetail } from '../../../domain/gdap/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import detailStyles from '../../ui/looks/detail-page.module.css'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'

/** The reader's own audit entries of it, newest first; time-driven ones have no author. */
export function GdapHistory({ history }: Pick<GdapRelationshipDetail, 'history'>) {
  const { t, tOr } = useWords()
  return (
    <Card title={t('delegated-admin.history')}>
      {history.length === 0 ? <Text tone="muted">{t('delegated-admin.history.empty')}</Text> : (
        <Stack as="ol" gap={3} className={detailStyles.history}>
          {history.toReversed().map(({ at, action, by, organization }, index) => (
            <li key={`${at} ${action} ${index}`}>
              <span>{tOr(`home.event.gdap.${action}`, action)}</span>
              <Text as="span" tone="muted">
                <span>{`${by ? t('home.event.by', { person: by, organization }) : t('home.event.by_itself')}\u00a0· `}</span>
                <RelativeTime at={at} />
              </Text>
            </li>
          ))}
        </Stack>
      )}
    </Card>
  )
}
