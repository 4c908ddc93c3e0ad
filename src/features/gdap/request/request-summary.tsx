import { useQuery } from '@tanstack/react-query'
import { canLastDays } from '../../../../domain/gdap/relationship-rules.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Marked, Stack, Text } from '../../../ui/looks/layout.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { RoleList } from '../role-list.tsx'
import { customerChoice } from './customer/customer-queries.ts'
import { type RequestForm, willExtend } from './request-form.ts'
import styles from './request.module.css'

const dayMs = 24 * 60 * 60 * 1000
const unchanged = ['reseller', 'subscriptions', 'revocable'] as const

type Asked = Pick<RequestForm, 'whose' | 'resellerId' | 'roles' | 'days' | 'autoExtend'>

/** Previews what the customer (`to`) will read. */
export function RequestSummary({ own, form, to }: { own: Organization; form: Asked; to: string }) {
  const { t, formatDate } = useWords()
  const now = useNow()
  const { data: resellers } = useQuery({ ...customerChoice.resellers(own.id), enabled: form.whose === 'reseller' })
  const reseller = resellers?.find((each) => each.reseller.id === form.resellerId)?.reseller.displayName
  const partner = form.whose === 'reseller' ? (reseller ?? t('gdap-requests.summary.reseller')) : own.displayName
  const lasts = canLastDays(form.days).allowed
  return (
    <div className={styles.summary}>
      <Card title={t('gdap-requests.summary')}>
        <Stack gap={4} breaks className={styles.paper}>
          <Text text="lead" className={styles.lead}>{t('gdap-requests.summary.asks', { partner })}</Text>
          <Text measure={72} tone="muted" className={styles.muted}>{to}</Text>
          <section>
            <h3>{t('gdap-requests.summary.roles')}</h3>
            {form.roles.length > 0
              ? <RoleList roles={form.roles} />
              : <Text measure={72} tone="muted" className={styles.muted}>{t('gdap-requests.summary.no_roles')}</Text>}
          </section>
          <section>
            <h3>{t('gdap-requests.summary.until')}</h3>
            <p>
              {lasts
                ? t('gdap-requests.summary.days', { count: form.days, date: formatDate(now + form.days * dayMs) })
                : t('gdap-requests.summary.no_days')}
            </p>
            {lasts && <p>{t(willExtend(form) ? 'gdap-requests.summary.extends' : 'gdap-requests.summary.ends')}</p>}
          </section>
          <section>
            <h3>{t('gdap-requests.summary.unchanged')}</h3>
            <Stack as="ul" gap={2}>
              {unchanged.map((each) => (
                <Marked as="li" key={each}>
                  <Icon name="check" tone="success" /><span>{t(`gdap-requests.summary.unchanged.${each}`)}</span>
                </Marked>
              ))}
            </Stack>
          </section>
        </Stack>
      </Card>
    </div>
  )
}

/** Names the future reader as far as the form tells. */
export function toWhom(
  { kind, listed, tenantId }: Pick<RequestForm, 'kind' | 'listed' | 'tenantId'>, t: ReturnType<typeof useWords>['t'],
): string {
  if (kind === 'open') return t('gdap-requests.summary.to.open')
  const customer = kind === 'listed' ? listed?.companyProfile.companyName : tenantId.trim()
  return customer ? t('gdap-requests.summary.to.named', { customer }) : t('gdap-requests.summary.to.nobody')
}
