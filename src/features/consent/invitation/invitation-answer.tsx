import { type ComponentProps, useEffect, useState } from 'react'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { isAnswered } from '../../../ui/actions/use-intention.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { AnswerBar } from '../answer-bar.tsx'
import { AnswerPanel } from '../answer-panel.tsx'
import styles from '../answer.module.css'
import { AsideForm } from '../aside-form.tsx'
import { ReaderAccount } from '../reader-account.tsx'
import type { Answer } from './answer-requests.ts'
import { type AnswerState, lacksAgreement } from './answer-state.ts'
import type { AsideKind } from './aside.tsx'
import type { Typing } from './drafts.ts'

/** Redirects to the agreement in the reader's language and country. */
const agreementAddress = 'https://aka.ms/customeragreement'
const [agreementBox, roleBox] = ['customer-agreement', 'global-administrator']
const longestReason = 2000

type Props = Typing & {
  acceptance: Acceptance
  reader: Actor
  state: AnswerState
  /** The server's complaint about the reason for a decline. */
  complaint: string | undefined
  onAnswer: (answer: Answer) => Promise<unknown>
  onCheckAgain: (answer: Answer) => unknown
  onSwitch: () => Promise<void>
  onAside: (kind: AsideKind) => void
}

/** Accepts or declines for the whole organisation; an acceptance first needs the agreement and the role, where they apply. */
export function InvitationAnswer({
  acceptance, reader, state, complaint, onAnswer, onCheckAgain, onSwitch, onAside, drafts, onType,
}: Props) {
  const { t } = useWords()
  const [isTicked, setTicked] = useTyped('agreed', false)
  const [isMissing, setMissing] = useState(false)
  const [isDeclining, setDeclining] = useTyped('declining', false)
  const [isRoleTicked, setRoleTicked] = useTyped('role-agreed', false)
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
    const missing = needsRole && !isRoleTicked ? roleBox : needsAgreement && !isTicked ? agreementBox : undefined
    if (missing !== undefined) {
      setMissing(true)
      document.getElementById(missing)?.focus()
      return
    }
    void onAnswer({ verb: 'accept', agreementAccepted: isTicked })
  }
  const sending = state.is === 'sending' ? state.input.verb : undefined
  const isSilent = state.is === 'checking' || state.is === 'unknown'
  if (isDeclining && !isSilent) {
    return (
      <Stack as="section" gap={3} pad="2 0 0" text="lead">
        <Text text="section" breaks>{t('acceptance.account.answering_for', { tenant })}</Text>
        <DeclineForm {...{ acceptance, complaint, drafts, onType, onAnswer, onAside }} onBack={() => setDeclining(false)}
          isSending={sending === 'decline' || isAnswered(state)} />
      </Stack>
    )
  }
  return (
    <AnswerPanel state={state} onCheckAgain={onCheckAgain} bar={
      <AnswerBar tenant={tenant} isStill={needsRole || needsAgreement}>
        <Button variant="accent" size="large" pending={sending === 'accept'} onPress={accept}>
          {t(sending === 'accept' ? 'acceptance.accepting' : 'acceptance.accept')}
        </Button>
        <Button size="large" aria-disabled={sending !== undefined} onPress={() => setDeclining(true)}>{t('acceptance.decline')}</Button>
        <Button size="large" aria-disabled={sending !== undefined} onPress={() => onAside('hand_over')}>
          {t('acceptance.ask_admin.another')}
        </Button>
      </AnswerBar>
    }>
      <ReaderAccount reader={reader} mayAnswer onSwitch={onSwitch} />
      {named && named !== tenant && <p className={styles.note}>{t('acceptance.account.other_name', { inviter, tenant })}</p>}
      <Text tone="muted" text="body" breaks>
        <span>{`${t('acceptance.ask_partner.unsure', { inviter })} `}</span>
        <Button onPress={() => onAside('question')}>{t('acceptance.ask_partner')}</Button>
      </Text>
      {/* BR-41: delegated admin makes permanent Global administrators. */}
      {needsRole && (
        <TickBox id={roleBox} title={t('acceptance.dap.title')} why={t('acceptance.dap.why', { inviter })}
          label={t('acceptance.dap.label', { inviter, tenant })} error={isMissing ? t('acceptance.dap.missing') : undefined}
          checked={isRoleTicked} onTick={setRoleTicked} />
      )}
      {/* BR-35: the customer's agreement with Microsoft, where the cloud has one. */}
      {needsAgreement && (
        <TickBox id={agreementBox} title={t('acceptance.agreement.title')} why={t('acceptance.agreement.why')}
          label={t('acceptance.agreement.label', { tenant })} error={isMissing ? t('acceptance.agreement.missing') : undefined}
          checked={isTicked} onTick={setTicked}>
          <p>
            <a href={agreementAddress} target="_blank" rel="noopener noreferrer" className={styles.external}>
              <span>{t('acceptance.agreement.read')}</span><Icon name="external" size={12} />
            </a>
          </p>
        </TickBox>
      )}
    </AnswerPanel>
  )
}

type DeclineProps = Pick<Props, 'acceptance' | 'complaint' | 'drafts' | 'onType' | 'onAnswer' | 'onAside'> & {
  /** True while sending and once accepted. */
  isSending: boolean
  onBack: () => void
}

/** Explains a decline and takes an optional reason. A reseller that carried the invitation also reads its answer. */
function DeclineForm({ acceptance, complaint, drafts: { reason }, onType, onAnswer, onAside, isSending, onBack }: DeclineProps) {
  const { t } = useWords()
  const [sent, setSent] = useState<string>()
  const names = { inviter: acceptance.inviter.displayName, reseller: acceptance.through?.displayName ?? '' }
  return (
    <AsideForm title={t('acceptance.decline.title')} onBack={onBack}
      body={t(acceptance.through ? 'acceptance.decline.body.through' : 'acceptance.decline.body', names)}
      onSubmit={() => {
        setSent(reason)
        return onAnswer({ verb: 'decline', reason })
      }}
      buttons={
        <>
          <Button type="submit" variant="danger" size="large" pending={isSending}>
            {t(isSending ? 'acceptance.declining' : 'acceptance.decline')}
          </Button>
          <Button size="large" onPress={() => onAside('question')}>{t('acceptance.ask_partner.instead')}</Button>
        </>
      }>
      <TextArea label={t('acceptance.decline.reason')} rows={3} maxLength={longestReason} value={reason}
        error={reason === sent ? complaint : undefined} onChange={({ target }) => onType({ reason: target.value })} />
    </AsideForm>
  )
}

type TickProps = ComponentProps<typeof Checkbox> & { title: string; why: string; onTick: (isTicked: boolean) => void; children?: Elements }

/** A box to tick before accepting, so that one press alone does not accept; it complains until it is ticked. */
const TickBox = ({ title, why, error, onTick, children, ...box }: TickProps) => (
  <Stack gap={3} card pad={5} className={styles.agreement}>
    <Text as="h3" text="title">{title}</Text>
    <p>{why}</p>
    {children}
    <Checkbox {...box} error={box.checked ? undefined : error} onChange={({ target }) => onTick(target.checked)} />
  </Stack>
)
