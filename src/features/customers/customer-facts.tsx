import type { ReactNode } from 'react'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { isUnconfirmed, opensTenant } from '../../../domain/relationships/basis.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { AdminRights } from './admin-rights.tsx'
import { BasisNote } from './basis-note.tsx'
import { relationWord } from './list/customer-columns.tsx'
import styles from './customer-facts.module.css'

type Props = {
  customer: Customer
  /** The reading organisation: an owner and a reseller read the facts differently. */
  own: Pick<OrganizationRef, 'id'>
}

export function CustomerFacts({ customer, own }: Props) {
  const { t, formatCountry, formatDate, formatList } = useWords()
  const { companyProfile, owner, reseller, aliases, country, lastEventAt, relationshipText, basis, disputedAt } = customer
  const { relationshipToPartner: relation } = customer
  const name = ({ id, displayName }: OrganizationRef) =>
    id === own.id ? t('customers.detail.your_organization', { name: displayName }) : displayName
  const notKnown = <Text as="span" tone="muted">{t('customers.not_known')}</Text>
  const importedOtherwise = relationshipText && relationshipText !== relationWord(customer, t)
  return (
    <Card title={t('customers.detail.facts')}>
      <Stack as="dl" gap={3}>
        <Fact name={t('customers.detail.tenant')}>
          <Row as="span" inline gap={1} align="center" className={styles.tenant}>
            <code translate="no">{customer.id}</code>
            <CopyButton text={customer.id} label={t('customers.detail.copy_tenant')} iconOnly />
          </Row>
        </Fact>
        <Fact name={t('customers.detail.domain')}>{companyProfile.domain ? <bdi>{companyProfile.domain}</bdi> : notKnown}</Fact>
        {aliases.length > 0 && <Fact name={t('customers.detail.aliases')}><bdi>{formatList(aliases)}</bdi></Fact>}
        <Fact name={t('customers.column.country')}>{country ? formatCountry(country) : notKnown}</Fact>
        <Fact name={t('customers.column.relation')}
          help={importedOtherwise && t('customers.detail.imported_as', { text: relationshipText })}>
          <span>{relationWord(customer, t)}</span>
          {isUnconfirmed({ basis, relation })
            ? (
              <>
                <BasisNote {...customer} />
                {disputedAt && opensTenant(basis) && (
                  <Text tone="muted" text="caption" measure={60}>
                    {t('customers.closed.disputed', { date: formatDate(disputedAt) })}
                  </Text>
                )}
              </>
            )
            : <Text tone="muted" text="caption" measure={60}>{t(`customers.basis.${basis}`)}</Text>}
        </Fact>
        <Fact name={t('customers.column.owner')} help={owner && t('customers.detail.owner_help')}>{owner ? name(owner) : notKnown}</Fact>
        <Fact name={t('customers.column.reseller')} help={reseller && reseller.id !== own.id && t('customers.detail.reseller_no_rights')}>
          {reseller ? name(reseller) : (
            <Text as="span" tone="muted">{t(owner?.id === own.id ? 'customers.detail.no_own_reseller' : 'customers.no_reseller')}</Text>
          )}
        </Fact>
        <Fact name={t('customers.column.admin')} help={
          customer.allowDelegatedAccess ? t('customers.detail.dap_help')
          : customer.gdap.active ? t('customers.detail.gdap_help')
          : reseller?.id === own.id ? t('customers.detail.own_no_rights')
          : t('customers.detail.admin_none_help')
        }>
          <AdminRights {...customer} />
        </Fact>
        <Fact name={t('customers.column.last_event')}><RelativeTime at={lastEventAt} /></Fact>
      </Stack>
    </Card>
  )
}

function Fact({ name, help, children }: { name: string; help?: ReactNode; children: ReactNode }) {
  return (
    <Columns of="minmax(140px, 200px) minmax(0, 1fr)" below={640} gap="1 4" className={styles.fact}>
      <Text as="dt" tone="muted">{name}</Text>
      <Text as="dd" breaks>
        <div>{children}</div>
        {help && <Text tone="muted" text="caption" measure={60}>{help}</Text>}
      </Text>
    </Columns>
  )
}
