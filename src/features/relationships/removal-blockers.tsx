import { useQuery } from '@tanstack/react-query'
import { removalBlockers } from '../../../domain/relationships/removal.ts'
import { subscriptionsOf } from '../../api/shared-readings.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Noted } from '../../ui/looks/noted.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import styles from './relationship-actions.module.css'

/** The blockers of a removal with their remedies, as in the API's refusal (BR-61, BR-63). */
export function RemovalBlockers({ tenantId, partnerId }: { tenantId: string; partnerId: string }) {
  const { t, formatDate } = useWords()
  const { data, ...query } = useQuery(subscriptionsOf(tenantId))
  const now = new Date(useNow()).toISOString()
  if (!data) return <NotYet compact query={query} lines={4} />
  const blockers = removalBlockers(partnerId, data.items, now)
  return (
    <Stack gap={4} className={styles.dialog}>
      <p><span>{t('relationship-actions.blocked.lead')}</span> <RuleLink rule="BR-61" /></p>
      <Stack as="ul" gap={2}>
        {blockers.map(({ code, subscriptionId, offerName, date }) => (
          <Noted as="li" key={subscriptionId} icon={code === 'cancellation_window_closed' ? 'clock' : 'caution'}>
            {t(`relationship-actions.blocker.${code}`, { offerName, date: date ? formatDate(date) : '' })}
          </Noted>
        ))}
      </Stack>
      {blockers.some(({ code }) => code === 'cancellation_window_closed') && (
        <Noted icon="info" box="surface-sunken" pad="3 4">
          <span>{t('relationship-actions.blocked.idle')}</span> <RuleLink rule="BR-63" />
        </Noted>
      )}
    </Stack>
  )
}
