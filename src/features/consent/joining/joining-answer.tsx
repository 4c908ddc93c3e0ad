import { latestDay } from '../../../../domain/agreements/rules.ts'
import type { Joining } from '../../../../domain/joining/schemas.ts'
import { checkSigningDay } from '../../../../domain/programme-agreement/rules.ts'
import { checkConsent } from '../../../../domain/partnerships/lifecycle.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Columns, Stack, Text } from '../../../ui/looks/layout.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import type { useIntention } from '../../../ui/actions/use-intention.ts'
import { AnswerBar } from '../answer-bar.tsx'
import { AnswerPanel } from '../answer-panel.tsx'
import { AsideForm } from '../aside-form.tsx'
import { Block } from '../consent-text.tsx'
import type { Answer, JoiningInput } from './joining-requests.ts'

type Props = {
  joining: Joining
  reader: Actor
  account: Elements
  answering: ReturnType<typeof useIntention<Answer, true, JoiningInput>>
}

/** The organisation's facts, its agreement with Microsoft, and the box to tick (BR-50, BR-51). */
export function JoiningAnswer({ joining, reader: { organization }, account, answering }: Props) {
  const { t, refusalText, formatCountry } = useWords()
  const { state, run, checkAgain, complaints, complain, mended } = answering
  const [typed, setTyped] = useTyped('joining', { displayName: organization.displayName, signedBy: '', signedOn: '', consent: false })
  const [isDeclining, setDeclining] = useTyped('joining-declining', false)
  const now = new Date(useNow())
  const provider = joining.provider.displayName
  const isNew = organization.isVisiting === true
  const asksAgreement = !joining.own?.agreement.basis
  const isSending = state.is === 'sending'

  const faults = () => {
    const consent = checkConsent(typed.consent)
    const day = checkSigningDay(typed, now)
    return [
      ['/displayName', isNew && !typed.displayName.trim() && t('joining.name.missing')],
      ['/agreement/signedBy', asksAgreement && !typed.signedBy.trim() && t('partnerships.agreement.signed_by.missing')],
      ['/agreement/signedOn', asksAgreement && !typed.signedOn && t('partnerships.agreement.signed_on.missing')],
      ['/agreement/signedOn', asksAgreement && !day.allowed && refusalText(day)],
      ['/consent', !consent.allowed && refusalText(consent)],
    ] as const
  }
  const submit = async () => {
    const wrong = faults().filter(([, sentence]) => sentence !== false)
    for (const [pointer, sentence] of wrong) complain(pointer, sentence || '')
    if (wrong.length > 0) return
    const { displayName, signedBy, signedOn, consent } = typed
    await run({ consent, ...(isNew && { displayName }), ...(asksAgreement && { agreement: { signedBy, signedOn } }) })
  }
  const field = (key: 'displayName' | 'signedBy' | 'signedOn', pointer: JoiningInput) => ({
    value: typed[key],
    error: complaints[pointer],
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      setTyped({ ...typed, [key]: value })
      mended(pointer)
    },
  })
  if (isDeclining && state.is !== 'checking' && state.is !== 'unknown') {
    return (
      <AsideForm title={t('joining.declining.title')} body={t('joining.declining.text', { provider })} onBack={() => setDeclining(false)}
        onSubmit={() => run('declined')}
        buttons={<Button type="submit" variant="danger" size="large" pending={isSending}>{t('joining.decline')}</Button>}>
        {account}
      </AsideForm>
    )
  }
  return (
    <Stack as={Form} gap={5} onSubmit={submit}>
      <AnswerPanel state={state} onCheckAgain={checkAgain}
        note={state.is === 'refused' && !state.complaints ? state.problem.detail || t('joining.stale') : undefined} bar={
          <AnswerBar tenant={organization.displayName} isStill>
            <Button type="submit" variant="accent" size="large" icon="check" pending={isSending}>{t('partnerships.authorize')}</Button>
            <Button size="large" aria-disabled={isSending} onPress={() => setDeclining(true)}>{t('joining.decline')}</Button>
          </AnswerBar>
        }>
        {account}
        <Block>
          <Text as="h3" text="section">{t('joining.organization')}</Text>
          {isNew && (
            <TextField label={t('joining.name')} description={t('joining.name.help')} maxLength={200}
              {...field('displayName', '/displayName')} />
          )}
          <Facts facts={[
            [t('joining.name'), !isNew && <bdi key="name" translate="no">{organization.displayName}</bdi>],
            [t('joining.country'), formatCountry(organization.country)],
            [t('joining.domain'), organization.domain && <bdi key="domain" translate="no">{organization.domain}</bdi>],
          ]} />
        </Block>
        <Block>
          <Text as="h3" text="section">{t('joining.agreement')}</Text>
          {asksAgreement ? (
            <>
              <Text tone="muted">{t('joining.agreement.text', { provider })}</Text>
              <Columns fit={220} gap={4}>
                <TextField label={t('partnerships.agreement.signed_by')} description={t('partnerships.agreement.signed_by.help')}
                  {...field('signedBy', '/agreement/signedBy')} />
                <TextField type="date" max={latestDay(now)} label={t('partnerships.agreement.signed_on')}
                  {...field('signedOn', '/agreement/signedOn')} />
              </Columns>
            </>
          ) : <p>{t('joining.agreement.on_record')}</p>}
        </Block>
        <Checkbox label={t('partnerships.authorize.consent', { provider })} checked={typed.consent} error={complaints['/consent']}
          onChange={({ target }) => {
            setTyped({ ...typed, consent: target.checked })
            mended('/consent')
          }} />
      </AnswerPanel>
    </Stack>
  )
}
