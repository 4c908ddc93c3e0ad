import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Customer } from '../../../domain/customers/schemas.ts'
import { canExtendRelationship, extensionEffects } from '../../../domain/partnerships/extension.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { firstRefusal, type Verdict } from '../../../domain/verdict.ts'
import { allPartnerships } from '../../api/shared-readings.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { Select } from '../../ui/forms/select.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import styles from './relationship-actions.module.css'
import { extendRelationship, extensionInputs } from './relationship-requests.ts'

type Props = { actor: Actor; customer: Customer; verdict: Verdict }

const withheld = new Set<(typeof extensionEffects)[number]>(['no_admin_rights_for_provider'])

/**
 * A direct partner that turns indirect shares the customer with a provider; others read why not (BR-54e). The dialog explains the effects
 * and requires the customer's consent; it keeps the choice until cancelled.
 */
export function ExtendRelationship({ actor, customer, verdict }: Props) {
  const { t, refusalText } = useWords()
  const id = useId()
  const [isAsking, setAsking] = useState(false)
  const [chosen, setProvider] = useState<string>()
  const [isTicked, setTicked] = useState(false)
  const [wasTried, setTried] = useState(false)
  const { data } = useQuery({ ...allPartnerships(), enabled: verdict.allowed })
  const { complaints, mended, ...extend } = useAction('customers', extendRelationship, extensionInputs)
  const providers = data
    ?.filter(({ state, reseller }) => state === 'active' && reseller.id === actor.organization.id)
    .map(({ provider }) => provider)
  const providerId = chosen ?? (providers?.length === 1 ? (providers[0]?.id ?? '') : '')
  useUnsaved(chosen || isTicked)
  const facts = { actor, customer, isTransitioning: true, hasActivePartnership: providers?.length !== 0 }
  const may = firstRefusal(
    () => verdict,
    () => canExtendRelationship({ ...facts, customerConsents: true }),
  )
  const consent = canExtendRelationship({ ...facts, customerConsents: isTicked })
  const name = customer.companyProfile.companyName
  const effects = (kept: boolean) =>
    extensionEffects
      .filter((effect) => withheld.has(effect) === kept)
      .map((effect) => t(`relationship-actions.extend.effect.${effect}`, { customer: name }))

  const close = () => {
    setProvider(undefined)
    setTicked(false)
    setTried(false)
    setAsking(false)
  }
  const submit = async () => {
    setTried(true)
    if (!providerId || !consent.allowed) return
    if (!(await extend.run({ tenantId: customer.id, etag: customer.etag, providerId, customerConsents: isTicked }))) return
    close()
    showToast(t('relationship-actions.extend.done'))
  }
  return (
    <>
      <ActionButton icon="partnerships" verdict={may} pending={verdict.allowed && !data} onPress={() => setAsking(true)}>
        {t('relationship-actions.extend')}
      </ActionButton>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} onCancel={close}
        title={t('relationship-actions.extend.title', { customer: name })}
        act={{ type: 'submit', form: id, variant: 'accent', pending: extend.isRunning, children: t('relationship-actions.extend') }}>
        <Stack as={Form} id={id} gap={4} className={styles.dialog} onSubmit={submit}>
          <Select label={t('relationship-actions.extend.provider')}
            placeholder={t('relationship-actions.extend.placeholder')} value={providerId}
            onChange={({ target }) => {
              setProvider(target.value)
              mended('/providerId')
            }}
            options={providers?.map((provider) => ({ value: provider.id, label: provider.displayName })) ?? []}
            error={wasTried && !providerId ? t('relationship-actions.extend.choose') : complaints['/providerId']} />
          <ChangeList changes={effects(false)} keeps={[...effects(true), t('relationship-actions.extend.keeps')]} />
          <Checkbox label={t('relationship-actions.extend.consent', { customer: name })} checked={isTicked}
            error={wasTried && !consent.allowed ? `${refusalText(consent)} (${consent.rule})` : complaints['/customerConsents']}
            onChange={({ target }) => {
              setTicked(target.checked)
              mended('/customerConsents')
            }} />
        </Stack>
      </ConfirmDialog>
    </>
  )
}
