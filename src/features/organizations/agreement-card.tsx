import { useQuery } from '@tanstack/react-query'
import { latestDay } from '../../../domain/agreements/rules.ts'
import { canSayAgreement } from '../../../domain/programme-agreement/rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Columns, Stack, Text } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useNow } from '../../ui/text/use-now.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { agreementInputs, organizationQueries, sayAgreement } from './organization-requests.ts'

/** A reseller's Microsoft Partner Agreement: on record, or to be put there by a Global admin (BR-51). */
export function AgreementCard({ actor }: { actor: Actor }) {
  const { t, formatDate } = useWords()
  const { data, ...query } = useQuery(organizationQueries.agreement())
  const verdict = data && canSayAgreement(actor, data)
  return (
    <Card title={t('organization.agreement')}>
      {!data ? <NotYet compact query={query} lines={3} /> : (
        <Stack gap={3}>
          {data.basis === null && <Text tone="muted">{t('organization.agreement.text')}</Text>}
          {data.basis === 'confirmed' && <p>{t('organization.agreement.confirmed')}</p>}
          {data.said && (
            <p>
              {t('organization.agreement.said', {
                signer: data.said.signedBy, date: formatDate(`${data.said.signedOn}T00:00`),
                person: data.said.by || t('organization.erased'), at: formatDate(data.said.at),
              })}
            </p>
          )}
          {data.basis === null && verdict && (verdict.allowed ? <SayAgreement /> : <Reason refusal={verdict} />)}
        </Stack>
      )}
    </Card>
  )
}

function SayAgreement() {
  const { t } = useWords()
  const [typed, setTyped] = useTyped('agreement', { signedBy: '', signedOn: '' })
  const { complaints, complain, mended, ...say } = useAction('organizations', sayAgreement, agreementInputs)
  const now = new Date(useNow())
  useUnsaved(typed.signedBy + typed.signedOn)
  const submit = async () => {
    if (!typed.signedBy.trim()) complain('/signedBy', t('partnerships.agreement.signed_by.missing'))
    if (!typed.signedOn) complain('/signedOn', t('partnerships.agreement.signed_on.missing'))
    if (!typed.signedBy.trim() || !typed.signedOn) return
    if (await say.run(typed)) showToast(t('organization.agreement.done'))
  }
  const field = (key: 'signedBy' | 'signedOn') => ({
    value: typed[key],
    error: complaints[`/${key}`],
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      setTyped({ ...typed, [key]: value })
      mended(`/${key}`)
    },
  })
  return (
    <Stack as={Form} gap={3} measure="640px" onSubmit={submit}>
      <Columns fit={240} gap={4}>
        <TextField label={t('partnerships.agreement.signed_by')} description={t('partnerships.agreement.signed_by.help')}
          {...field('signedBy')} />
        <TextField type="date" max={latestDay(now)} label={t('partnerships.agreement.signed_on')} {...field('signedOn')} />
      </Columns>
      <div><Button type="submit" pending={say.isRunning}>{t('organization.agreement.say')}</Button></div>
    </Stack>
  )
}
