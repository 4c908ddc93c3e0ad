import { useEffect, useRef, useState } from 'react'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import barStyles from '../../ui/answer-bar.module.css'
import { Button } from '../../ui/button.tsx'
import { isAnswered } from '../../ui/use-intention.ts'
import { useOnline } from '../../ui/use-online.ts'
import { useTyped } from '../../ui/use-typed.ts'
import { AgreementBox, agreementBoxId } from './agreement-box.tsx'
import type { AsideKind } from './aside.tsx'
import styles from './answer.module.css'
import type { Answer } from './acceptance-requests.ts'
import { type AnswerState, lacksAgreement } from './answer-state.ts'
import type { Typing } from './drafts.ts'
import { DeclineForm } from './decline-form.tsx'
import { ReaderAccount } from './reader-account.tsx'
import { RoleBox, roleBoxId } from './role-box.tsx'

type Props = Typing & {
  acceptance: Acceptance
  reader: Actor
  state: AnswerState
  complaint: string | undefined
  onAnswer: (answer: Answer) => Promise<unknown>
  onCheckAgain: (answer: Answer) => void
  onSwitch: () => Promise<void>
  onAside: (kind: AsideKind) => void
}

/** The answer of a signed-in reader: for whom, the agreement where it applies, yes or no. Never sends twice, never guesses. */
export function AnswerPanel({ acceptance, reader, state, onAnswer, onCheckAgain, onSwitch, onAside, complaint, drafts, onType }: Props) {
  const { t } = useWords()
  const [isTicked, setTicked] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [isDeclining, setDeclining] = useTyped('declining', false)
  const [isRoleTicked, setRoleTicked] = useState(false)
  const needsAgreement = acceptance.agreement === 'asked'
  const needsRole = acceptance.asks.includes('delegated_admin')
  const tenant = reader.organization.displayName
  const inviter = acceptance.inviter.displayName
  const named = acceptance.invited?.companyName

  const wasRefusedForAgreement = state.is === 'refused' && lacksAgreement(state.problem)
  useEffect(() => {
    if (wasRefusedForAgreement) setMissing(true)
  }, [wasRefusedForAgreement])

  const accept = () => {
    const missing = needsRole && !isRoleTicked ? roleBoxId : needsAgreement && !isTicked ? agreementBoxId : undefined
    if (missing !== undefined) {
      setMissing(true)
      document.getElementById(missing)?.focus()
      return
    }
    void onAnswer({ verb: 'accept', agreementAccepted: isTicked })
  }
  const sending = state.is === 'sending' ? state.input.verb : undefined

  if (state.is === 'checking' || state.is === 'unknown') {
    return <Silence isChecking={state.is === 'checking'} onCheckAgain={() => onCheckAgain(state.input)} />
  }
  if (isDeclining) {
    return (
      <section className={styles.panel}>
        <p className={styles.tenant}>{t('acceptance.account.answering_for', { tenant })}</p>
        <DeclineForm inviter={inviter} reseller={acceptance.through?.displayName}
          isSending={sending === 'decline' || isAnswered(state)} complaint={complaint} onBack={() => setDeclining(false)}
          onAsk={() => onAside('question')} reason={drafts.reason} onType={(reason) => onType({ reason })}
          onDecline={(reason) => onAnswer({ verb: 'decline', reason })} />
      </section>
    )
  }
  return (
    <>
      <section className={styles.panel}>
        <h2>{t('acceptance.account.title')}</h2>
        {state.is === 'not_arrived' && <p role="alert" className={styles.note}>{t('acceptance.not_arrived')}</p>}
        <ReaderAccount reader={reader} mayAnswer onSwitch={onSwitch} />
        {named && named !== tenant && <p className={styles.note}>{t('acceptance.account.other_name', { inviter, tenant })}</p>}
        <p className={styles.unsure}>
          <span>{`${t('acceptance.ask_partner.unsure', { inviter })} `}</span>
          <Button onPress={() => onAside('question')}>{t('acceptance.ask_partner')}</Button>
        </p>
        {needsRole && <RoleBox {...{ inviter, tenant, isMissing }} isTicked={isRoleTicked} onTick={setRoleTicked} />}
        {needsAgreement && <AgreementBox {...{ tenant, isTicked, isMissing }} onTick={setTicked} />}
      </section>
      <div className={barStyles.bar} role="group" aria-label={t('acceptance.actions')}
        data-still={needsRole || needsAgreement || undefined}>
        <p className={barStyles.barTenant}>{t('acceptance.account.answering_for', { tenant })}</p>
        <div className={barStyles.buttons}>
          <Button variant="accent" size="large" pending={sending === 'accept'} onPress={accept}>
            {t(sending === 'accept' ? 'acceptance.accepting' : 'acceptance.accept')}
          </Button>
          <Button size="large" aria-disabled={sending !== undefined} onPress={() => setDeclining(true)}>{t('acceptance.decline')}</Button>
          <Button size="large" aria-disabled={sending !== undefined} onPress={() => onAside('hand_over')}>
            {t('acceptance.ask_admin.another')}
          </Button>
        </div>
      </div>
    </>
  )
}

function Silence({ isChecking, onCheckAgain }: { isChecking: boolean; onCheckAgain: () => void }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
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
