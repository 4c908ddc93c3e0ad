import { offered } from '../../../../domain/answers/decision.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import {
  canChangeRoles, canConsent, canDelete, canEdit, canFinalise, canRequestGdap, canSetAutoExtend, canTerminate,
} from '../../../../domain/gdap/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { GdapStatus } from '../../../../domain/gdap/states.ts'
import { extendsItself } from '../../../../domain/gdap/term/durations.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { ownPolicy } from '../../../api/own-policy.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useKeptFocus } from '../../../ui/focus/use-kept-focus.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { ConfirmedAction, HintedButton } from '../confirmed-action.tsx'
import { askGdap, changeGdap, removeGdap } from '../gdap-queries.ts'

type Props = {
  actor: Actor
  relationship: GdapRelationshipDetail
  /** The provider that requested it for its reseller. */
  provider: string
  onEdit: () => void
  onRenew: () => void
  /** The draft is deleted or rejected. */
  onGone: () => void
}

type Group = 'draft' | 'waiting' | 'standing' | 'ending' | 'over'

const groups: Record<GdapStatus, Group> = {
  created: 'draft', approvalPending: 'waiting', approved: 'waiting', activating: 'waiting', active: 'standing', expiring: 'standing',
  terminationRequested: 'ending', terminating: 'ending', expired: 'over', terminated: 'over', unknownFutureValue: 'ending',
}

/** The actions of each status, possible or refused with a reason. */
export function GdapActions({ actor, relationship, provider, onEdit, onRenew, onGone }: Props) {
  const { t } = useWords()
  const { status, isPartnerConsentPending, autoExtendDuration } = relationship
  const group = groups[status]
  const isBlocked = rolesOf(relationship).includes(globalAdministrator)
  const { ref, acted } = useKeptFocus<HTMLDivElement>(`${status} ${isPartnerConsentPending} ${isBlocked} ${autoExtendDuration}`)
  const shared = { actor, relationship, onActed: acted }
  return (
    <Card title={t('delegated-admin.actions')}>
      <Stack ref={ref} tabIndex={-1} role="group" aria-label={t('delegated-admin.actions')} gap={4} quiet>
        {group === 'draft' && isPartnerConsentPending && <ConsentActions {...shared} provider={provider} onGone={onGone} />}
        {group === 'draft' && <DraftActions {...shared} onEdit={onEdit} onGone={onGone} />}
        {status === 'approvalPending' && <Text tone="muted">{t('delegated-admin.actions.waiting')}</Text>}
        {group === 'ending' && <Text tone="muted">{t('delegated-admin.actions.none')}</Text>}
        {(group === 'standing' || group === 'waiting') && <ExtendAction {...shared} />}
        {(status === 'expiring' || group === 'over') && <RenewAction actor={actor} isOver={group === 'over'} onRenew={onRenew} />}
        {(group === 'standing' || group === 'waiting') && <TerminateAction {...shared} />}
      </Stack>
    </Card>
  )
}

type ActionProps = Pick<Props, 'actor' | 'relationship'> & { onActed: () => void }

function DraftActions({ actor, relationship, onActed, onEdit, onGone }: ActionProps & Pick<Props, 'onEdit' | 'onGone'>) {
  const { t } = useWords()
  const facts = factsOf(relationship)
  const { id, etag, isPartnerConsentPending } = relationship
  return (
    <>
      <ConfirmedAction words="delegated-admin.finalise" verdict={canFinalise(actor, facts)} icon="send"
        variant={isPartnerConsentPending ? 'plain' : 'accent'} hint={t('delegated-admin.finalise.hint')}
        changes={[t('delegated-admin.finalise.changes.link'), t('delegated-admin.finalise.changes.fixed')]}
        keeps={[t('delegated-admin.finalise.keeps.nothing_granted')]}
        run={askGdap} input={{ id, etag, action: 'lockForApproval' }} onActed={onActed} />
      <HintedButton icon="document" verdict={canEdit(actor, facts)} onPress={onEdit}>{t('delegated-admin.edit')}</HintedButton>
      <ConfirmedAction words="delegated-admin.delete" verdict={canDelete(actor, facts)} icon="trash" isFinal
        changes={[t('delegated-admin.delete.changes')]} keeps={[t('delegated-admin.delete.keeps')]}
        run={removeGdap} input={{ id, etag }} onDone={onGone} />
    </>
  )
}

/** The reseller's consent to its provider's draft, or its rejection (BR-79). */
function ConsentActions({ actor, relationship, provider, onActed, onGone }: ActionProps & Pick<Props, 'provider' | 'onGone'>) {
  const { t } = useWords()
  const verdictOn = (answer: 'consented' | 'rejected') => offered(canConsent(actor, factsOf(relationship), [], answer))
  const { id, etag } = relationship
  return (
    <>
      <ConfirmedAction words="delegated-admin.consent" values={{ provider }} verdict={verdictOn('consented')} icon="check" variant="accent"
        hint={t('delegated-admin.consent.hint', { provider })}
        changes={[t('delegated-admin.consent.changes.yours'), t('delegated-admin.consent.changes.finalise')]}
        keeps={[t('delegated-admin.consent.keeps')]} run={askGdap} input={{ id, etag, action: 'approve' }} onActed={onActed} />
      <ConfirmedAction words="delegated-admin.reject" verdict={verdictOn('rejected')} icon="close" isFinal
        changes={[t('delegated-admin.reject.changes', { provider })]} keeps={[t('delegated-admin.reject.keeps')]}
        run={askGdap} input={{ id, etag, action: 'reject' }} onDone={onGone} />
    </>
  )
}

/** Turns auto-extend on or off; where Global administrator blocks it, offers its removal (BR-87, BR-88). */
function ExtendAction({ actor, relationship, onActed }: ActionProps) {
  const { t } = useWords()
  const now = new Date(useNow())
  const change = useAction('delegated-admin', changeGdap)
  const facts = factsOf(relationship)
  const isOn = extendsItself(facts.autoExtendDuration)
  const wanted = isOn ? 'PT0S' : 'P180D'
  const { id, etag } = relationship
  const toggle = async () => {
    onActed()
    if (await change.run({ id, etag, change: { autoExtendDuration: wanted } }))
      showToast(t(isOn ? 'delegated-admin.extend.off.done' : 'delegated-admin.extend.on.done'))
  }
  const button = (
    <HintedButton icon={isOn ? 'close' : 'refresh'} verdict={canSetAutoExtend(actor, facts, wanted, now)} pending={change.isRunning}
      hint={t(isOn ? 'delegated-admin.extend.off.hint' : 'delegated-admin.extend.on.hint')} onPress={() => void toggle()}>
      {t(isOn ? 'delegated-admin.extend.off' : 'delegated-admin.extend.on')}
    </HintedButton>
  )
  if (!facts.roles.includes(globalAdministrator)) return button
  const kept = facts.roles.filter((role) => role !== globalAdministrator)
  const unifiedRoles = kept.map((roleDefinitionId) => ({ roleDefinitionId }))
  return (
    <Stack gap={3} align="start" callout="caution" box="caution-soft" pad={3}>
      {button}
      <ConfirmedAction words="delegated-admin.remove_global" verdict={canChangeRoles(actor, facts, kept, now)} icon="shield" isFinal
        changes={[t('delegated-admin.remove_global.changes.lost'), t('delegated-admin.remove_global.changes.final')]}
        keeps={[
          t('delegated-admin.remove_global.keeps.roles', { count: kept.length }), t('delegated-admin.remove_global.keeps.end'),
          t('delegated-admin.remove_global.keeps.consent'),
        ]}
        run={changeGdap} input={{ id, etag, change: { accessDetails: { unifiedRoles } } }} onActed={onActed} />
    </Stack>
  )
}

/** Starts a new request from this one: ended ones cannot return (BR-90). */
function RenewAction({ actor, isOver, onRenew }: Pick<Props, 'actor' | 'onRenew'> & { isOver: boolean }) {
  const { t } = useWords()
  const verdict = canRequestGdap(actor, ownPolicy())
  return (
    <HintedButton icon="document" variant={isOver && verdict.allowed ? 'accent' : 'plain'} verdict={verdict}
      hint={t('delegated-admin.renew.hint')} onPress={onRenew}>
      {t('delegated-admin.renew')}
    </HintedButton>
  )
}

/** Terminates it, after confirming what is lost and what stays (BR-94). */
function TerminateAction({ actor, relationship, onActed }: ActionProps) {
  const { t } = useWords()
  const { id, etag, partner, notified, hasResellerRelationship } = relationship
  const customer = relationship.customer?.displayName ?? ''
  const whom = notified.length > 1 ? 'both' : (notified[0] ?? 'nobody')
  return (
    <ConfirmedAction words="delegated-admin.terminate" values={{ name: relationship.displayName }} icon="refused" isFinal
      verdict={offered(canTerminate(actor, factsOf(relationship)))}
      changes={[
        t('delegated-admin.terminate.changes.access', { customer }), t('delegated-admin.terminate.changes.final'),
        t('delegated-admin.terminate.changes.mail', { told: whom, partner: partner.displayName, customer }),
      ]}
      keeps={[
        ...(hasResellerRelationship ? [t('delegated-admin.terminate.keeps.reseller')] : []),
        t('delegated-admin.terminate.keeps.subscriptions'),
      ]}
      run={askGdap} input={{ id, etag, action: 'terminate' }} onActed={onActed} />
  )
}
