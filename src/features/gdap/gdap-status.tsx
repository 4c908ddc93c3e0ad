import type { GdapRelationshipOnWire } from '../../../domain/gdap/schemas.ts'
import type { GdapStatus } from '../../../domain/gdap/states.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import type { IconName } from '../../ui/marks/icon.tsx'

const looks: Record<GdapStatus, [Tone, IconName]> = {
  created: ['neutral', 'document'],
  approvalPending: ['waiting', 'waiting'],
  approved: ['info', 'check'],
  activating: ['info', 'clock'],
  active: ['success', 'success'],
  expiring: ['caution', 'clock'],
  expired: ['danger', 'refused'],
  terminationRequested: ['waiting', 'clock'],
  terminating: ['waiting', 'clock'],
  terminated: ['neutral', 'refused'],
  unknownFutureValue: ['neutral', 'info'],
}

/** One of Graph's eleven statuses, or a draft that waits for the reseller's consent. */
export function GdapStatusBadge({ relationship }: { relationship: Pick<GdapRelationshipOnWire, 'status' | 'isPartnerConsentPending'> }) {
  const { t } = useWords()
  const { status, isPartnerConsentPending } = relationship
  if (isPartnerConsentPending) return <Badge tone="waiting" icon="partnerships">{t('delegated-admin.status.consent_pending')}</Badge>
  const [tone, icon] = looks[status]
  return <Badge tone={tone} icon={icon}>{t(`delegated-admin.status.${status}`)}</Badge>
}
