import type { Customer } from '../../../../../domain/customers/schemas.ts'
import { basisShown, isUnconfirmed } from '../../../../../domain/relationships/basis.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { Badge } from '../../../../ui/marks/badge.tsx'
import type { Elements } from '../../../../ui/elements.ts'
import { Row, Stack, Text } from '../../../../ui/looks/layout.tsx'
import { WaitingRequest } from '../../waiting-request.tsx'
import styles from '../request.module.css'

type Props = { customer: Customer; requestAt: (id: string) => string; action?: Elements }

/** A customer of the list and its existing rights, so that nobody requests them twice. */
export function CustomerBrief({ customer, requestAt, action }: Props) {
  const { t, formatDate } = useWords()
  const { companyProfile, relationshipToPartner: relation, basis, disputedAt, allowDelegatedAccess, gdap } = customer
  const shown = basisShown({ basis, relation, isDisputed: disputedAt !== null })
  return (
    <Row gap={3} align="start" justify="between" card pad="3 4">
      <Stack gap={1} breaks>
        <Text text="strong"><bdi>{companyProfile.companyName}</bdi></Text>
        <Text measure={72} tone="muted" className={styles.muted}><bdi>{companyProfile.domain}</bdi></Text>
        <Row as="p" gap="1 2" before={1}>
          {isUnconfirmed({ basis, relation }) ? <Badge tone="caution">{t(`customers.basis.${shown}`)}</Badge>
            : relation === 'reseller'
            ? <Badge tone="success" icon="partnerships">{t('gdap-requests.brief.reseller')}</Badge>
            : <Badge tone="caution">{t('gdap-requests.brief.no_reseller')}</Badge>}
          {allowDelegatedAccess && <Badge tone="caution" icon="key">{t('customers.admin.dap')}</Badge>}
          {gdap.active && (
            <Badge tone="info" icon="shield">
              {gdap.nextEndDateTime
                ? t('customers.admin.gdap_until', { date: formatDate(gdap.nextEndDateTime) })
                : t('customers.admin.gdap')}
            </Badge>
          )}
        </Row>
        <WaitingRequest customer={customer} requestAt={requestAt} />
      </Stack>
      {action}
    </Row>
  )
}
