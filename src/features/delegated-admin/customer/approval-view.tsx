import { useEffect, useEffectEvent } from 'react'
import { offered } from '../../../../domain/answers/decision.ts'
import { canApprove } from '../../../../domain/delegated-admin/relationship-rules.ts'
import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { isAnswered, isRead } from '../../../ui/use-intention.ts'
import { ApprovalAnswer } from './approval-answer.tsx'
import { ApprovalAnswered } from './approval-answered.tsx'
import { ApprovalBlocks } from './approval-blocks.tsx'
import { ApprovalIntroduction } from './approval-introduction.tsx'
import { ApprovalRefused } from './approval-refused.tsx'
import styles from './approval-refused.module.css'
import { factsOf, wasApproved } from './granted-facts.ts'
import { hasChanged, useApproval } from './use-approval.ts'

type Props = {
  relationship: GdapRelationshipDetail
  actor: Actor
  /** Names the signed-in account; `mayAnswer`: it can give the answer, or only stands in the way of it. */
  accountOf: (mayAnswer: boolean) => Elements
  grantedAddress: string
  onApproved: () => void
  /** The request is another by now, or gone: fetches it anew. */
  onChanged: () => Promise<void>
}

/** The request as the customer reads and approves it, or the one reason why it cannot. */
export function ApprovalView({ relationship, actor, accountOf, grantedAddress, onApproved, onChanged }: Props) {
  const { t } = useWords()
  const { state, run, checkAgain } = useApproval(onChanged)
  const tenant = actor.organization.displayName

  const isApproved = isAnswered(state)
  const tellApproved = useEffectEvent(onApproved)
  useEffect(() => {
    if (isApproved) tellApproved()
  }, [isApproved])

  const isOwn = relationship.customer?.tenantId === actor.organization.tenantId
  const final = state.is === 'refused' && !hasChanged(state.problem) ? state.problem : undefined
  const isReading = isRead(state) || (state.is === 'refused' && !final)
  if (isReading && isOwn && wasApproved(relationship)) {
    return (
      <ApprovalAnswered relationship={relationship} tenant={tenant} address={grantedAddress}>
        {accountOf(false)}
      </ApprovalAnswered>
    )
  }
  const verdict = offered(canApprove(actor, factsOf(relationship)))
  const refusal = final ?? (isReading && !verdict.allowed ? verdict : undefined)
  if (refusal) {
    const isAdmins = refusal.code === 'admin_rights.needs_global_admin'
    return (
      <ApprovalRefused refusal={refusal} tenant={tenant}
        handOn={isAdmins ? { link: location.href, mailto: mailTo(location.href) } : undefined}>
        {accountOf(false)}
        <details className={styles.request}>
          <summary>{t('approval.refused.read')}</summary>
          <div>
            <ApprovalIntroduction relationship={relationship} tenant={tenant} level={3} />
            <ApprovalBlocks relationship={relationship} tenant={tenant} level={4} />
          </div>
        </details>
      </ApprovalRefused>
    )
  }
  return (
    <>
      <ApprovalIntroduction relationship={relationship} tenant={tenant} />
      <ApprovalBlocks relationship={relationship} tenant={tenant} />
      <ApprovalAnswer relationship={relationship} tenant={tenant} state={state} account={accountOf(true)}
        onApprove={() => void run(relationship)} onCheckAgain={() => void checkAgain(relationship)} />
    </>
  )

  function mailTo(link: string): string {
    const names = { partner: relationship.partner.displayName, tenant, link }
    const body = t('approval.mail.body', names).replaceAll('\n', '\r\n')
    return `mailto:?subject=${encodeURIComponent(t('approval.mail.subject', names))}&body=${encodeURIComponent(body)}`
  }
}
