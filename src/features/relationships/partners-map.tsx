import { useQuery } from '@tanstack/react-query'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { confirmsRelation } from '../../../domain/relationships/basis.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/marks/badge.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { relationshipQueries } from './relationship-requests.ts'

/** A customer's partners by service: seller, partner of record, admin rights (BR-15, BR-20, BR-23). */
export function PartnersMap({ tenantId, own }: { tenantId: string; own: Pick<OrganizationRef, 'id'> }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(relationshipQueries.partners(tenantId))
  return (
    <Card title={t('relationships.partners.title')} flush>
      {!data ? <NotYet compact query={query} pad={4} lines={3} height="36px" />
      : data.items.length === 0 ? (
        <EmptyState compact title={t('relationships.partners.empty')} />
      ) : (
        <ul>{data.items.map((row) => <Partner key={row.partner.id} row={row} own={own} />)}</ul>
      )}
    </Card>
  )
}

type RowProps = { row: PartnerOfTenant; own: Pick<OrganizationRef, 'id'> }

function Partner({ row: { partner, kind, transacts, worksFor, basis, allowDelegatedAccess, gdap, services }, own }: RowProps) {
  const { t, tOr } = useWords()
  const works =
    transacts ? t('relationships.partners.owner')
    : worksFor === null ? t('relationships.partners.works_for_another')
    : worksFor.id === own.id ? t('relationships.partners.works_for_you')
    : t('relationships.partners.works_for', { owner: worksFor.displayName })
  return (
    <Columns as="li" ruled="between" pad="3 4" of="minmax(0, 1fr) auto" below={560} gap="2 4" align="center">
      <Stack breaks>
        <Text as="bdi" text="strong">{partner.displayName}</Text>
        <Text as="span" tone="muted" text="caption">
          {confirmsRelation(basis) ? `${t(`ui.kind.${kind}`)}\u00a0· ${works}` : t(`ui.kind.${kind}`)}
        </Text>
        <Text as="span" tone="muted" text="caption">{t(`customers.basis.${basis}`)}</Text>
      </Stack>
      <Row as="span" gap={1}>
        {allowDelegatedAccess && <Badge tone="caution" icon="key">{t('relationships.partners.dap')}</Badge>}
        {gdap.active && <Badge tone="success" icon="shield">{t('relationships.partners.gdap')}</Badge>}
        {!allowDelegatedAccess && !gdap.active && <Badge tone="neutral" icon="refused">{t('relationships.partners.no_admin')}</Badge>}
      </Row>
      {services.length > 0 && (
        <Stack as="ul" gap={1} spans>
          {services.map(({ service, transacts: sells, partnerOfRecord }) => (
            <li key={service}>
              {t(`relationships.service.${sells && partnerOfRecord ? 'both' : sells ? 'sells' : 'record'}`, {
                service: tOr(`subscriptions.service.${service}`, service),
              })}
            </li>
          ))}
        </Stack>
      )}
    </Columns>
  )
}
