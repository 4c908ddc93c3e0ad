import { useState } from 'react'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { type Intention, isAnswered } from '../../../ui/actions/use-intention.ts'
import { AnswerBar } from '../answer-bar.tsx'
import { AnswerPanel } from '../answer-panel.tsx'
import { AsideText } from '../aside-form.tsx'

type Props = {
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
export function RightsAnswer({ relationship: { partner, lapsesAt }, tenant, state, account, trouble, onApprove, onCheckAgain }: Props) {
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
