import { confirmsRelation, isConfirmedReseller } from '../../../domain/relationships/basis.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Noted } from '../../ui/looks/noted.tsx'
import { Columns, Stack, Text } from '../../ui/looks/layout.tsx'
import { sides } from './admin-only-card.tsx'
import { EndRelationship } from './end-relationship.tsx'
import { PartnerDecision } from './partner-decision.tsx'

type Props = {
  actor: Actor
  row: PartnerOfTenant
  others: readonly PartnerOfTenant[]
  /** The page of its waiting GDAP request. */
  requestAddress?: string | undefined
  /** Its GDAP. */
  granular?: Elements
}

/** One partner: what it may do, since and until when, and what the customer can change. */
export function PartnerCard({ actor, row, others, requestAddress, granular }: Props) {
  const { t, tOr, formatDate } = useWords()
  const { partner, kind, since, services, dapRequest } = row
  return (
    <Card title={partner.displayName} className={(granular && 'spans') || ''}>
      <Columns {...sides} {...(!granular && { of: 'minmax(0, 1fr)' })}>
        <Stack gap={3} align="start">
          <Text tone="muted">{`${t(`ui.kind.${kind}`)}\u00a0· ${t('my-partners.since', { date: formatDate(since) })}`}</Text>
          {dapRequest && (
            <Noted icon="info" box="info-soft" pad="2 3" text="strong" tone="info">
              {t('my-partners.asked', { partner: dapRequest.by })}
            </Noted>
          )}
          <h3>{t('my-partners.may')}</h3>
          <Rights row={row} />
          <h3>{t('my-partners.services')}</h3>
          {services.length === 0 ? <Text tone="muted">{t('my-partners.services.none')}</Text> : (
            <Stack as="ul" gap={2}>
              {services.map(({ service, transacts, partnerOfRecord }) => (
                <li key={service}>
                  {t(`my-partners.service.${transacts && partnerOfRecord ? 'both' : transacts ? 'sells' : 'record'}`, {
                    service: tOr(`subscriptions.service.${service}`, service),
                  })}
                </li>
              ))}
            </Stack>
          )}
          <PartnerDecision {...{ actor, row, others, requestAddress }} />
          {isConfirmedReseller(row) && <EndRelationship actor={actor} row={row} />}
        </Stack>
        {granular}
      </Columns>
    </Card>
  )
}

function Rights({ row: { basis, transacts, allowDelegatedAccess, gdap } }: { row: PartnerOfTenant }) {
  const { t } = useWords()
  return (
    <Stack as="ul" gap={2}>
      <Noted as="li" icon="check">{t(`my-partners.may.${!confirmsRelation(basis) ? 'see' : transacts ? 'sell' : 'forward'}`)}</Noted>
      {allowDelegatedAccess && <Noted as="li" icon="key">{t('my-partners.may.admin')}</Noted>}
      {gdap.active && <Noted as="li" icon="shield">{t('my-partners.may.gdap')}</Noted>}
      {!allowDelegatedAccess && !gdap.active && <Noted as="li" icon="refused">{t('my-partners.may.no_admin')}</Noted>}
    </Stack>
  )
}
