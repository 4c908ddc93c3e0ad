import { useId, useState } from 'react'
import { canRequestPartnership } from '../../../domain/partnerships/lifecycle.ts'
import { partnerIdForm } from '../../../domain/partnerships/partner-id.ts'
import type { RequestedPartnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Noted } from '../../ui/looks/noted.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { MessageToSend } from './message-to-send.tsx'
import { partnershipInputs, requestPartnership } from './partnership-queries.ts'

/** An indirect provider requests a reseller by PartnerID; others read who can (BR-49, BR-54a). */
export function RequestPartnership({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const { kind, partnerId: ownPartnerId } = actor.organization
  const verdict = canRequestPartnership(actor)
  return (
    <Card title={t('partnerships.request.title')}>
      <Stack gap={3}>
        {kind === 'indirect_reseller' && ownPartnerId && <p>{t('partnerships.request.own_id', { partnerId: ownPartnerId })}</p>}
        {verdict.allowed ? <RequestForm actor={actor} />
          : <div><ActionButton icon="partnerships" verdict={verdict}>{t('partnerships.request')}</ActionButton></div>}
      </Stack>
    </Card>
  )
}

function RequestForm({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const id = useId()
  const [partnerId, setPartnerId] = useTyped('partner-id', '')
  const [isTried, setTried] = useState(false)
  const [made, setMade] = useState<RequestedPartnership>()
  const { complaints, mended, ...ask } = useAction('partnerships', requestPartnership, partnershipInputs)
  const wanted = partnerId.trim()
  const fits = partnerIdForm.test(wanted)
  useUnsaved(wanted)

  const submit = async () => {
    setMade(undefined)
    setTried(true)
    if (!fits) return
    const answer = await ask.run({ partnerId: wanted })
    if (!answer) return
    setTried(false)
    setPartnerId('')
    setMade(answer)
  }
  return (
    <>
      <Stack as={Form} gap={3} onSubmit={submit}>
        <TextField id={id} inputMode="numeric" spellCheck={false} label={t('partnerships.request.partner_id')}
          description={t('partnerships.request.partner_id.help')} value={partnerId}
          error={isTried && !fits ? t('partnerships.request.error') : complaints['/partnerId']} onChange={({ target }) => {
            setPartnerId(target.value)
            mended('/partnerId')
          }} />
        <div>
          <ActionButton type="submit" variant="accent" icon="partnerships" verdict={{ allowed: true }} pending={ask.isRunning}>
            {t('partnerships.request')}
          </ActionButton>
        </div>
      </Stack>
      <div role="status">{made && <RequestedNext partnership={made} provider={actor.organization.displayName} />}</div>
    </>
  )
}

type NextProps = { partnership: RequestedPartnership; provider: string }

/** The next steps after a request, since nobody gets a mail (BR-49, BR-50). */
function RequestedNext({ partnership: { reseller, warning, agreementSigned }, provider }: NextProps) {
  const { t } = useWords()
  const name = reseller.displayName
  const message = t('partnerships.requested.message', { reseller: name, provider, link: `${location.origin}/partnerships` })
  const subject = t('partnerships.requested.subject', { provider })
  return (
    <Stack as="section" box="surface-sunken" pad={4} gap={3} className="framed">
      <h3>{t('partnerships.requested.title', { reseller: name })}</h3>
      {warning && (
        <Noted icon="caution" mark="caution">
          <span>{t(`partnerships.requested.warning.${warning}`, { reseller: name })}</span> <RuleLink rule="BR-54a" />
        </Noted>
      )}
      <Stack as="ol" gap={1} list="decimal">
        <li>{t('partnerships.requested.tell', { reseller: name })}</li>
        {!agreementSigned && <li>{t('partnerships.requested.sign', { reseller: name })}</li>}
        <li>{t('partnerships.requested.authorize', { reseller: name })}</li>
        <li>{t('partnerships.requested.then')}</li>
      </Stack>
      <MessageToSend subject={subject} message={message} />
    </Stack>
  )
}
