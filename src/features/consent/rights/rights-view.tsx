import { useEffect, useEffectEvent, useState } from 'react'
import { offered } from '../../../../domain/answers/decision.ts'
import { approvalIn, factsOf, isEnding, wasApproved } from '../../../../domain/gdap/granted-facts.ts'
import { canApprove } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { call } from '../../../api/call.ts'
import { isOfSession, isProblem, isSilence, type ProblemError } from '../../../api/problem-error.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button, ButtonLink } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { type Intention, isAnswered, isRead, useIntention } from '../../../ui/actions/use-intention.ts'
import { HandOn } from '../hand-on.tsx'
import { PlainPage } from '../plain-page.tsx'
import { ReaderAccount } from '../reader-account.tsx'
import { Asked } from '../refused-page.tsx'
import { RightsRefused } from './rights-refused.tsx'
import { RightsText, type RolesShown } from './rights-text.tsx'
import { AnswerBar } from '../answer-bar.tsx'
import { AnswerPanel } from '../answer-panel.tsx'
import { AsideText } from '../aside-form.tsx'

type Props = {
  relationship: GdapRelationshipDetail
  actor: Actor
  roles: RolesShown & { trouble: Elements }
  grantedAddress: string
  onSwitch: () => Promise<void>
  onApproved: () => void
  /** The request has changed or is gone: refetches it. */
  onChanged: () => Promise<void>
}

/** A changed request must be read and decided again. */
const hasChanged = ({ status }: Problem): boolean => status === 404 || status === 409 || status === 412

/** Silence and session refusals are not about the request. */
const isOfRequest = (error: unknown): error is ProblemError =>
  isProblem(error) && !isSilence(error) && !isOfSession(error) && !isProblem(error, 'idempotency.not_recorded')

/** The request as the customer approves it, or the one reason why it cannot. */
export function RightsView({ relationship, actor, roles, grantedAddress, onSwitch, onApproved, onChanged }: Props) {
  const { t } = useWords()
  const { state, run, checkAgain } = useIntention(({ id, etag }: GdapRelationshipDetail, idempotencyKey, options) =>
    // BR-78: the customer approves everything.
    call('POST /delegated-admin/relationships/{id}/approve', { path: { id }, ifMatch: etag, idempotencyKey, ...options })
      .catch(async (error: unknown) => {
        if (isOfRequest(error) && hasChanged(error.problem)) await onChanged()
        throw error
      }))
  const tenant = actor.organization.displayName
  const names = { partner: relationship.partner.displayName, tenant, link: location.href }

  const isApproved = isAnswered(state)
  const tellApproved = useEffectEvent(onApproved)
  useEffect(() => {
    if (isApproved) tellApproved()
  }, [isApproved])

  const account = (mayAnswer: boolean) => <ReaderAccount reader={actor} mayAnswer={mayAnswer} onSwitch={onSwitch} />
  const final = state.is === 'refused' && !hasChanged(state.problem) ? state.problem : undefined
  const isReading = isRead(state) || (state.is === 'refused' && !final)
  const isOwn = relationship.customer?.tenantId === actor.organization.tenantId
  if (isReading && isOwn && wasApproved(relationship))
    return <Answered relationship={relationship} tenant={tenant} address={grantedAddress}>{account(false)}</Answered>
  const verdict = offered(canApprove(actor, factsOf(relationship)))
  const refusal = final ?? (isReading && !verdict.allowed ? verdict : undefined)
  if (refusal) {
    const mail = { subject: t('approval.mail.subject', names), body: t('approval.mail.body', names) }
    return (
      <RightsRefused refusal={refusal} tenant={tenant} ways={refusal.code === 'admin_rights.needs_global_admin' && (
        <HandOn text={location.href} label={t('acceptance.refused.copy_link')} mail={mail} />
      )}>
        {account(false)}
        <Asked title={t('approval.refused.read')}>
          <RightsText relationship={relationship} tenant={tenant} roles={roles} isWithin />
        </Asked>
      </RightsRefused>
    )
  }
  return (
    <>
      <RightsText relationship={relationship} tenant={tenant} roles={roles} />
      <RightsAnswer relationship={relationship} tenant={tenant} state={state} account={account(true)} trouble={roles.trouble}
        onApprove={() => run(relationship)} onCheckAgain={() => checkAgain(relationship)} />
    </>
  )
}

type AnsweredProps = { relationship: GdapRelationshipDetail; tenant: string; address: string; children: Elements }

/** For an approved request, or ended rights: links to what there is to see. */
function Answered({ relationship, tenant, address, children }: AnsweredProps) {
  const { t, formatDateTime } = useWords()
  const { partner: { displayName: partner }, endDateTime } = relationship
  const hasEnded = isEnding(relationship)
  const approval = approvalIn(relationship)
  const cause = hasEnded ? t('approval.answered.ended.text', { partner })
    : endDateTime ? t('approval.answered.until', { partner, tenant, date: formatDateTime(endDateTime) })
    : t('approval.answered.text', { partner, tenant })
  return (
    <PlainPage mark={hasEnded ? 'refused' : 'success'} cause={cause}
      title={t(hasEnded ? 'approval.answered.ended' : 'approval.answered', { partner })}>
      {approval && <p>{t('approval.answered.by', { person: approval.by, date: formatDateTime(approval.at) })}</p>}
      <div><ButtonLink to={address} variant="accent" size="large">{t('approval.answered.see')}</ButtonLink></div>
      {children}
    </PlainPage>
  )
}

type AnswerProps = {
  relationship: GdapRelationshipDetail
  tenant: string
  state: Intention<GdapRelationshipDetail, unknown>
  /** The reader, named before the last press, with a way to another account. */
  account: Elements
  /** Replaces the buttons when roles could not be read, since nobody approves unread roles. */
  trouble: Elements
  onApprove: () => unknown
  onCheckAgain: () => unknown
}

/** Approves everything; there is no other answer. */
function RightsAnswer({ relationship: { partner, lapsesAt }, tenant, state, account, trouble, onApprove, onCheckAgain }: AnswerProps) {
  const { t, formatDeadline } = useWords()
  const [isLater, setLater] = useState(false)
  const isBusy = state.is === 'sending' || isAnswered(state)
  const isSilent = state.is === 'checking' || state.is === 'unknown'
  if (isLater && !isSilent) {
    return (
      <AsideText title={t('approval.later.title')} back={t('approval.later.back')} onBack={() => setLater(false)}>
        <p>{t('approval.later.text', { partner: partner.displayName, date: lapsesAt ? formatDeadline(lapsesAt) : '' })}</p>
      </AsideText>
    )
  }
  return (
    <AnswerPanel state={state} onCheckAgain={onCheckAgain} note={state.is === 'refused' ? t('ui.act.stale') : undefined} bar={
      trouble || (
        <AnswerBar tenant={tenant}>
          <Button variant="accent" size="large" icon="check" pending={isBusy} onPress={() => void onApprove()}>
            {t(isBusy ? 'approval.approving' : 'approval.approve')}
          </Button>
          <Button size="large" aria-disabled={isBusy} onPress={() => setLater(true)}>{t('approval.later')}</Button>
        </AnswerBar>
      )
    }>
      {account}
    </AnswerPanel>
  )
}
