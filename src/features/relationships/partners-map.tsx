import { useQuery } from '@tanstack/react-query'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { confirmsRelation } from '../../../domain/relationships/basis.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { NotYet } from '../../ui/not-yet.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { relationshipQueries } from './relationship-requests.ts'
import styles from './relationships.module.css'

/** Every partner of a customer by service: who sells, who is partner of record, who holds admin rights (BR-15, BR-20, BR-23). */
export function PartnersMap({ tenantId, own }: { tenantId: string; own: Pick<OrganizationRef, 'id'> }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(relationshipQueries.partners(tenantId))
  return (
    <Card title={t('relationships.partners.title')} flush>
      {!data ? <NotYet compact query={query}><div className={styles.loading}><SkeletonLines lines={3} height="36px" /></div></NotYet>
      : data.items.length === 0 ? (
        <EmptyState compact title={t('relationships.partners.empty')} />
      ) : (
        <ul className={styles.partners}>{data.items.map((row) => <Partner key={row.partner.id} row={row} own={own} />)}</ul>
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
    <li className={styles.partner}>
      <div className={styles.who}>
        <bdi className={styles.name}>{partner.displayName}</bdi>
        <span className={styles.muted}>
          {confirmsRelation(basis) ? `${t(`ui.kind.${kind}`)}\u00a0· ${works}` : t(`ui.kind.${kind}`)}
        </span>
        <span className={styles.muted}>{t(`customers.basis.${basis}`)}</span>
      </div>
      <span className={styles.badges}>
        {allowDelegatedAccess && <Badge tone="caution" icon="key">{t('relationships.partners.dap')}</Badge>}
        {gdap.active && <Badge tone="success" icon="shield">{t('relationships.partners.gdap')}</Badge>}
        {!allowDelegatedAccess && !gdap.active && <Badge tone="neutral" icon="refused">{t('relationships.partners.no_admin')}</Badge>}
      </span>
      {services.length > 0 && (
        <ul className={styles.services}>
          {services.map(({ service, transacts: sells, partnerOfRecord }) => (
            <li key={service}>
              {t(`relationships.service.${sells && partnerOfRecord ? 'both' : sells ? 'sells' : 'record'}`, {
                service: tOr(`subscriptions.service.${service}`, service),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
