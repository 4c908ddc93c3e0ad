import { approvalIn, approvedTerms } from '../../../../domain/gdap/granted-facts.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { Text } from '../../../ui/looks/layout.tsx'
import { ReceiptSheet } from '../receipt-sheet.tsx'
import { UnchangedByRights } from './rights-text.tsx'

type Props = {
  relationship: GdapRelationshipDetail
  /** The approved roles' names. */
  names: string
  listOf: (roles: readonly string[]) => Elements
}

/** The approval as given, whatever changed since. */
export function RightsReceipt({ relationship, names, listOf }: Props) {
  const { t, formatDateTime } = useWords()
  const { partner: { displayName: partner }, customer, displayName, activatedDateTime, id } = relationship
  const approval = approvalIn(relationship)
  const { roles, days, until, isKept } = approvedTerms(relationship)
  const at = approval?.at ?? activatedDateTime
  const unrecorded = t('approval.receipt.unrecorded')
  return (
    <ReceiptSheet title={t('approval.receipt.title')} head={<Text tone="muted">{t('approval.receipt.keep')}</Text>}
      at={at ? formatDateTime(at) : unrecorded} by={[t('approval.receipt.by'), approval?.by || unrecorded]} tenant={customer}
      partner={partner} number={id} granted={listOf(roles)}
      facts={[
        [t('approval.request', { partner }), displayName],
        [t('acceptance.receipt.granted'), names],
        [
          t('approval.receipt.until'),
          until ? t('approval.receipt.first_end', { date: formatDateTime(until), days }) : t('approval.not_begun', { days }),
        ],
      ]}
      note={!isKept && <Text tone="muted">{t('approval.receipt.roles_of_now')}</Text>}
      unchanged={<UnchangedByRights relationship={relationship} />} />
  )
}
