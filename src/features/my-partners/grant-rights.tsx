import { useState } from 'react'
import { offered } from '../../../domain/answers/decision.ts'
import { canGrantAdminRights } from '../../../domain/relationships/admin-rights.ts'
import { partnerFacts } from '../../../domain/relationships/partners-map.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import styles from './my-partners.module.css'

type Props = {
  actor: Actor
  row: PartnerOfTenant
  others: readonly PartnerOfTenant[]
  /** The page of its waiting GDAP request, which replaces a message to send. */
  requestAddress: string | undefined
  isRunning: boolean
  onGrant: () => Promise<void>
}

/** GDAP comes first where the cloud has it; a permanent Global administrator is the alternative (BR-28, BR-81, BR-99). */
export function GrantRights({ actor, row, others, requestAddress, isRunning, onGrant }: Props) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const policy = ownPolicy()
  const verdict = offered(canGrantAdminRights(actor, partnerFacts(row), others.map(partnerFacts), policy))
  const hasGranular = policy.granularAdmin === 'available'
  const partner = row.partner.displayName
  const { displayName: organization, tenantId } = actor.organization
  const close = () => setAsking(false)
  return (
    <>
      {hasGranular && verdict.allowed && requestAddress === undefined && (
        <Stack gap={2} align="start" pad="3 4" className={styles.better}>
          <h3>{t('my-partners.granular')}</h3>
          <p>{t('my-partners.granular.text', { partner })}</p>
          <CopyButton label={t('my-partners.granular.copy')} text={t('my-partners.granular.message', { organization, tenantId })} />
        </Stack>
      )}
      <ActionButton icon="key" variant={hasGranular ? 'subtle' : 'plain'} verdict={verdict} onPress={() => setAsking(true)}>
        {t('my-partners.grant')}
      </ActionButton>
      <GrantDialog isOpen={isAsking} onClose={close} {...{ row, hasGranular, requestAddress, isRunning }}
        onGrant={() => void onGrant().then(close)} />
    </>
  )
}
