import { useEffect, useRef, useState } from 'react'
import type { GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import barStyles from '../../../ui/answer-bar.module.css'
import { Button } from '../../../ui/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { isAnswered } from '../../../ui/use-intention.ts'
import { useOnline } from '../../../ui/use-online.ts'
import { useRoles } from '../role-queries.ts'
import styles from './approval-answer.module.css'
import type { ApprovalState } from './use-approval.ts'

type Props = {
  relationship: GdapRelationshipOnWire
  tenant: string
  state: ApprovalState
  /** Who answers, named before the last click, with a way to another account. */
  account: Elements
  onApprove: () => void
  onCheckAgain: () => void
}

/** Yes to all of it, or nothing to do. Never sends twice, never guesses, and asks for no yes to roles that could not be read. */
export function ApprovalAnswer({ relationship, tenant, state, account, onApprove, onCheckAgain }: Props) {
  const { t } = useWords()
  const [isLater, setLater] = useState(false)
  const roles = useRoles()
  const isBusy = state.is === 'sending' || isAnswered(state)
  if (state.is === 'checking' || state.is === 'unknown')
    return <Silence isChecking={state.is === 'checking'} onCheckAgain={onCheckAgain} />
  if (isLater) return <Later relationship={relationship} onBack={() => setLater(false)} />
  return (
    <>
      <section className={styles.panel}>
        <h2>{t('acceptance.account.title')}</h2>
        {state.is === 'refused' && <p role="alert" className={styles.note}>{t('ui.act.stale')}</p>}
        {state.is === 'not_arrived' && <p role="alert" className={styles.note}>{t('acceptance.not_arrived')}</p>}
        {account}
      </section>
      {roles.error && !roles.roles ? (
        <ErrorState compact error={roles.error} retrying={roles.isFetching} onRetry={() => void roles.refetch()} />
      ) : (
        <div className={barStyles.bar} role="group" aria-label={t('acceptance.actions')}>
          <p className={barStyles.barTenant}>{t('acceptance.account.answering_for', { tenant })}</p>
          <div className={barStyles.buttons}>
            <Button variant="accent" size="large" icon="check" pending={isBusy} onPress={onApprove}>
              {t(isBusy ? 'approval.approving' : 'approval.approve')}
            </Button>
            <Button size="large" aria-disabled={isBusy} onPress={() => setLater(true)}>{t('approval.later')}</Button>
          </div>
        </div>
      )}
    </>
  )
}

function useFocusedHeading() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return heading
}

function Later({ relationship: { partner, lapsesAt }, onBack }: Pick<Props, 'relationship'> & { onBack: () => void }) {
  const { t, formatDeadline } = useWords()
  const heading = useFocusedHeading()
  return (
    <section className={styles.panel}>
      <h2 ref={heading} tabIndex={-1}>{t('approval.later.title')}</h2>
      <p>{t('approval.later.text', { partner: partner.displayName, date: lapsesAt ? formatDeadline(lapsesAt) : '' })}</p>
      <div className={barStyles.buttons}><Button size="large" icon="chevronLeft" onPress={onBack}>{t('approval.later.back')}</Button></div>
    </section>
  )
}

function Silence({ isChecking, onCheckAgain }: { isChecking: boolean; onCheckAgain: () => void }) {
  const { t } = useWords()
  const heading = useFocusedHeading()
  useOnline(!isChecking, onCheckAgain)
  return (
    <section className={styles.panel} aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>{t(isChecking ? 'acceptance.checking.title' : 'acceptance.unknown.title')}</h2>
      <p>{t(isChecking ? 'acceptance.checking.body' : 'acceptance.unknown.body')}</p>
      <div className={barStyles.buttons}>
        <Button variant="accent" size="large" pending={isChecking} onPress={onCheckAgain}>{t('acceptance.unknown.check')}</Button>
      </div>
    </section>
  )
}
