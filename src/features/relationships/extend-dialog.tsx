import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { extensionEffects } from '../../../domain/partnerships/extension.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { ChangeList } from '../../ui/change-list.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.ts'
import { useAction } from '../../ui/use-action.ts'
import styles from './relationship-actions.module.css'
import { extendRelationship } from './relationship-requests.ts'

type Props = {
  customer: Customer
  /** Those with an active partnership, of which one is chosen. */
  providers: readonly OrganizationRef[]
  mayWith: (customerConsents: boolean) => Verdict
  onClose: () => void
}

const withheld = new Set<(typeof extensionEffects)[number]>(['no_admin_rights_for_provider'])

/** To which provider, what that shares and what it does not give, and that the customer has agreed. */
export function ExtendDialog({ customer, providers, mayWith, onClose }: Props) {
  const { t, refusalText } = useWords()
  const id = useId()
  const [providerId, setProviderId] = useState(providers.length === 1 ? (providers[0]?.id ?? '') : '')
  const [isTicked, setTicked] = useState(false)
  const [wasTried, setTried] = useState(false)
  const extend = useAction('customers', extendRelationship)
  const name = customer.companyProfile.companyName
  const consent = mayWith(isTicked)
  const effects = (kept: boolean) =>
    extensionEffects
      .filter((effect) => withheld.has(effect) === kept)
      .map((effect) => t(`relationship-actions.extend.effect.${effect}`, { customer: name }))

  const submit = async () => {
    // Drawn before the focus moves, so that what comes into view has the complaint in it.
    flushSync(() => setTried(true))
    const missing = !providerId ? 'provider' : !consent.allowed ? 'consent' : undefined
    if (missing) return document.getElementById(`${id}-${missing}`)?.focus()
    const done = await extend.run({ tenantId: customer.id, etag: customer.etag, providerId, customerConsents: isTicked })
    onClose()
    if (done) showToast(t('relationship-actions.extend.done'))
    return undefined
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('relationship-actions.extend.title', { customer: name })} actions={
      <>
        <Button onPress={onClose}>{t('relationship-actions.cancel')}</Button>
        <Button variant="accent" pending={extend.isRunning} onPress={() => void submit()}>{t('relationship-actions.extend')}</Button>
      </>
    }>
      <div className={styles.dialog}>
        <Select id={`${id}-provider`} label={t('relationship-actions.extend.provider')}
          placeholder={t('relationship-actions.extend.placeholder')} value={providerId}
          onChange={({ target }) => setProviderId(target.value)}
          options={providers.map((provider) => ({ value: provider.id, label: provider.displayName }))}
          error={wasTried && !providerId ? t('relationship-actions.extend.choose') : undefined} />
        <ChangeList changes={effects(false)} keeps={[...effects(true), t('relationship-actions.extend.keeps')]} />
        <Checkbox id={`${id}-consent`} label={t('relationship-actions.extend.consent', { customer: name })} checked={isTicked}
          error={wasTried && !consent.allowed ? `${refusalText(consent)} (${consent.rule})` : undefined}
          onChange={({ target }) => setTicked(target.checked)} />
      </div>
    </Dialog>
  )
}
