import { offered } from '../../../../domain/answers/decision.ts'
import { factsOf } from '../../../../domain/gdap/granted-facts.ts'
import { canConsent, canDelete, canEdit, canFinalise } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Stack } from '../../../ui/looks/layout.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { ConfirmedAction } from '../confirmed-action.tsx'
import { askGdap, removeGdap } from '../gdap-queries.ts'

type Props = {
  actor: Actor
  relationship: GdapRelationshipDetail
  onActed: () => void
  onEdit: () => void
  /** The draft is deleted. */
  onGone: () => void
}

export function DraftActions({ actor, relationship, onActed, onEdit, onGone }: Props) {
  const { t } = useWords()
  const finalise = useAction('delegated-admin', askGdap)
  const remove = useAction('delegated-admin', removeGdap)
  const facts = factsOf(relationship)
  const { id, etag } = relationship
  const onFinalise = async () => {
    onActed()
    if (await finalise.run({ id, etag, action: 'lockForApproval' })) showToast(t('delegated-admin.finalise.done'))
  }
  const onRemove = async () => {
    if (!(await remove.run({ id, etag }))) return
    showToast(t('delegated-admin.delete.done'))
    onGone()
  }
  const isWaiting = relationship.isPartnerConsentPending
  return (
    <>
      <ConfirmedAction verdict={canFinalise(actor, facts)} icon="send" variant={isWaiting ? 'plain' : 'accent'}
        label={t('delegated-admin.finalise')} hint={t('delegated-admin.finalise.hint')} title={t('delegated-admin.finalise.title')}
        changes={[t('delegated-admin.finalise.changes.link'), t('delegated-admin.finalise.changes.fixed')]}
        keeps={[t('delegated-admin.finalise.keeps.nothing_granted')]} pending={finalise.isRunning} onConfirm={onFinalise} />
      <Stack gap={1} align="start">
        <ActionButton icon="document" verdict={canEdit(actor, facts)} onPress={onEdit}>{t('delegated-admin.edit')}</ActionButton>
      </Stack>
      <ConfirmedAction verdict={canDelete(actor, facts)} icon="trash" isFinal label={t('delegated-admin.delete')}
        title={t('delegated-admin.delete.title')} changes={[t('delegated-admin.delete.changes')]}
        keeps={[t('delegated-admin.delete.keeps')]} pending={remove.isRunning} onConfirm={onRemove} />
    </>
  )
}

type ConsentProps = Omit<Props, 'onEdit'> & { provider: string }

/** The reseller's consent to its provider's draft, or its rejection (BR-79). */
export function ConsentActions({ actor, relationship, provider, onActed, onGone }: ConsentProps) {
  const { t } = useWords()
  const approve = useAction('delegated-admin', askGdap)
  const reject = useAction('delegated-admin', askGdap)
  const verdictOn = (answer: 'consented' | 'rejected') => offered(canConsent(actor, factsOf(relationship), [], answer))
  const { id, etag } = relationship
  const onApprove = async () => {
    onActed()
    if (await approve.run({ id, etag, action: 'approve' })) showToast(t('delegated-admin.consent.done'))
  }
  const onReject = async () => {
    if (!(await reject.run({ id, etag, action: 'reject' }))) return
    showToast(t('delegated-admin.reject.done'))
    onGone()
  }
  return (
    <>
      <ConfirmedAction verdict={verdictOn('consented')} icon="check" variant="accent" label={t('delegated-admin.consent')}
        hint={t('delegated-admin.consent.hint', { provider })} title={t('delegated-admin.consent.title', { provider })}
        changes={[t('delegated-admin.consent.changes.yours'), t('delegated-admin.consent.changes.finalise')]}
        keeps={[t('delegated-admin.consent.keeps')]} pending={approve.isRunning} onConfirm={onApprove} />
      <ConfirmedAction verdict={verdictOn('rejected')} icon="close" isFinal label={t('delegated-admin.reject')}
        title={t('delegated-admin.reject.title')}
        changes={[t('delegated-admin.reject.changes', { provider })]} keeps={[t('delegated-admin.reject.keeps')]}
        pending={reject.isRunning} onConfirm={onReject} />
    </>
  )
}
